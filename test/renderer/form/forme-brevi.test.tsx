import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentProps, ReactElement } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ConfermaForm } from '../../../renderer/assenza/conferma-form.tsx';
import { RientroForm } from '../../../renderer/assenza/uscita-form.tsx';
import { type FormIngresso, PannelloIngresso } from '../../../renderer/ingresso/pannello-ingresso.tsx';
import { Riapertura } from '../../../renderer/mese/riapertura.tsx';
import { RivediForm } from '../../../renderer/progetto/rivedi-form.tsx';
import { NuovaRelazioneForm } from '../../../renderer/relazione/nuova-relazione-form.tsx';
import { mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';
import { grigliaMese, rigaMese } from '../presenze/mese-di-prova.ts';

afterEach(cleanup);

const OGGI = '2025-03-21';
const RIGA = rigaMese('Rossi');
const INGRESSO = {
  ...{ ingressoId: 'rossi', ospiteId: 'o-rossi', cognome: 'Rossi', nome: 'Anna', struttura: 'CASA00' },
  ...{ dataIngresso: '2025-01-01', dataDimissione: null, esito: null, destinazione: null, tipoIngresso: null },
  ...{ utenza: 'DUS', servizioInviante: 'SerD di prova', entePagante: null, moduli: [] },
};
const USCITA = {
  ...{ id: 'a1', ingressoId: 'rossi', ospiteId: 'o-rossi', cognome: 'Rossi', nome: 'Anna' },
  ...{ uscita: OGGI, oraUscita: '10:00' },
} as ComponentProps<typeof RientroForm>['riga'];

/** An encrypted store of drafts: what is kept comes back, until it is let go. */
function cassetto(): Map<string, string> {
  const dati = new Map<string, string>();
  ospita({
    'sessione.get': () => sessione(),
    'sospesi.get': ({ chiave }: { chiave: string }) => {
      const tenuto = dati.get(chiave);
      return tenuto === undefined ? null : { dati: tenuto, atMs: Date.now() };
    },
    'sospesi.save': (input: { chiave: string; dati: string }) => {
      dati.set(input.chiave, input.dati);
      return {};
    },
    'sospesi.remove': ({ chiave }: { chiave: string }) => {
      dati.delete(chiave);
      return {};
    },
    'strutture.list': () => [],
    'liste.get': () => ({}),
    'presenze.getMese': () => grigliaMese([RIGA]),
    'ospiti.search': () => [],
    'ingressi.get': () => INGRESSO,
    'dimissioni.get': () => ({ famiglia: [] }),
  });
  return dati;
}

const niente = () => undefined;
const breve = (form: FormIngresso) => <PannelloIngresso form={form} struttura="CASA00" oggi={OGGI} onChiudi={niente} />;
const cartella = {
  id: 'o-rossi',
  permanenze: [{ ingressoId: 'rossi', dataIngresso: '2025-01-01', dataDimissione: null, struttura: { nome: 'Casa' } }],
} as unknown as ComponentProps<typeof NuovaRelazioneForm>['cartella'];
const progetto = { id: 'p1' } as ComponentProps<typeof RivediForm>['progetto'];

const STANZE: readonly (readonly [string, () => ReactElement, campo: string, scritto: string])[] = [
  ['Nuovo ingresso', () => breve({ tipo: 'nuovo' }), 'Nome', 'carla'],
  ['Dimissione', () => breve({ tipo: 'dimissione', riga: RIGA }), 'Data di dimissione', '15/3'],
  ['Correggi', () => breve({ tipo: 'correggi', riga: RIGA }), 'Servizio inviante', ' bis'],
  ['Cambia modulo', () => breve({ tipo: 'modulo', riga: RIGA }), 'Dal giorno', '3/3'],
  ['Riapri la permanenza', () => breve({ tipo: 'riapertura', riga: RIGA }), 'Motivo', 'rientrata'],
  ['Togli l’ingresso', () => breve({ tipo: 'togli', riga: RIGA }), 'Motivo', 'doppio'],
  ['Rientro', () => <RientroForm riga={USCITA} oggi={OGGI} onChiudi={niente} />, 'Ora del rientro', '2'],
  ['Uscita prevista', () => <ConfermaForm riga={USCITA} oggi={OGGI} onChiudi={niente} />, 'Ora di uscita', '5'],
  ['Rivedi il progetto', () => <RivediForm progetto={progetto} oggi={OGGI} onChiudi={niente} />, 'Data', ' x'],
  ['Nuova relazione', () => <NuovaRelazioneForm cartella={cartella} oggi={OGGI} onChiudi={niente} />, 'Al', '7'],
];

test.each(STANZE)('%s: what was typed comes back after the form is torn down', async (_, forma, campo, scritto) => {
  const dati = cassetto();
  await mostra(forma());
  const primo = await screen.findByLabelText<HTMLInputElement>(campo);
  await userEvent.type(primo, scritto);
  const { value } = primo;
  cleanup();
  expect(dati.size).toBe(1);
  await mostra(forma());
  await screen.findByText(/Ripreso quello che era rimasto da salvare/);
  const tornato = await screen.findByLabelText<HTMLInputElement>(campo);
  expect(tornato.value).toBe(value);
  await userEvent.click(screen.getByRole('button', { name: 'Ricomincia da capo' }));
  expect(tornato.value).not.toBe(value);
  expect(dati.size).toBe(0);
});

test('Riapri il mese: the reason half-written comes back', async () => {
  cassetto();
  await mostra(<Riapertura struttura="CASA00" mese="2025-02" />);
  await userEvent.click(await screen.findByRole('button', { name: /^Riapri febbraio/ }));
  await userEvent.type(await screen.findByRole('textbox'), 'manca un rientro');
  cleanup();
  await mostra(<Riapertura struttura="CASA00" mese="2025-03" />);
  await userEvent.click(await screen.findByRole('button', { name: /^Riapri marzo/ }));
  // another month has a reason of its own
  expect(await screen.findByRole('textbox')).toHaveProperty('value', '');
  cleanup();
  await mostra(<Riapertura struttura="CASA00" mese="2025-02" />);
  await userEvent.click(await screen.findByRole('button', { name: /^Riapri febbraio/ }));
  await screen.findByText(/Ripreso quello che era rimasto da salvare/);
  expect(screen.getByRole('textbox')).toHaveProperty('value', 'manca un rientro');
});
