import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { ElenchiPage } from '../../../renderer/elenchi/elenchi-page.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

afterEach(cleanup);

const NIENTE = { dal: null, al: null, durataMassimaMesi: null, durataMassimaGiorni: null, relazioneOgniMesi: null };
const LISTE = [
  {
    ...{ id: 'servizio', titolo: 'Servizi', chiusa: false, siAggiunge: true, siRitira: true, dice: null },
    voci: [{ voce: 'serd', etichetta: 'SerD', sinonimi: ['sert'], ...NIENTE, origine: 'programma' }],
  },
  {
    ...{ id: 'presenza', titolo: 'Codici di presenza', chiusa: false, siAggiunge: false, siRitira: false, dice: null },
    voci: [{ voce: 'R', etichetta: 'Ricovero', sinonimi: ['H'], ...NIENTE, origine: 'programma' }],
  },
  {
    ...{ id: 'tipologia_modulo', titolo: 'Moduli', chiusa: false, siAggiunge: true, siRitira: true, dice: 'durata' },
    voci: [
      { voce: 'ACC', etichetta: 'Accoglienza', sinonimi: [], ...NIENTE, durataMassimaGiorni: 90, origine: 'programma' },
    ],
  },
];
const LUNGHEZZA = { giorni: 30, mesi: null, anticipo: 30 };
const REGOLA = {
  ...{ voce: 'relazione_dimissione', etichetta: 'Relazione di dimissione', fonte: '', ripete: false },
  ...{ conLunghezza: true, predefinita: LUNGHEZZA, ...LUNGHEZZA, attiva: true, perModulo: [] },
};

let chiamate: Chiamata[];

async function apri(salva: Parameters<typeof ospita>[0] = {}) {
  const fatto = () => ({ id: 'r1', voceLista: 'x', voce: null, avvisi: [], contese: [] });
  chiamate = ospita({
    'sessione.get': () => sessione(),
    'liste.list': () => LISTE,
    'liste.get': () => ({}),
    'regoleScadenza.list': () => [REGOLA],
    'strutture.list': () => [],
    'sospesi.get': () => null,
    'sospesi.save': () => ({}),
    'sospesi.remove': () => ({}),
    'vociLista.save': fatto,
    'regoleScadenza.save': fatto,
    ...salva,
  });
  await mostra(<ElenchiPage />, '/impostazioni');
  await screen.findByRole('row', { name: /SerD/ });
  return userEvent.setup();
}

const mandate = (nome: string) => chiamate.filter((una) => una.nome === nome).map((una) => una.input);

describe('the lists', () => {
  test('of a presence code only the words change: nothing to add, no days', async () => {
    const user = await apri();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Elenco' }), 'presenza');
    expect(screen.queryByRole('button', { name: 'Aggiungi una voce' })).toBeNull();
    expect(screen.getByText(/La lettera e quanto conta un giorno restano/)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Correggi la voce Ricovero' }));
    const form = within(await screen.findByRole('dialog'));
    expect(form.queryByLabelText('Fino al')).toBeNull();
    await user.clear(form.getByLabelText('Etichetta'));
    await user.type(form.getByLabelText('Etichetta'), 'Ospedale{Enter}');
    await screen.findByText('Voce «Ospedale» salvata.');
    expect(mandate('vociLista.save')).toEqual([
      expect.objectContaining({
        lista: 'presenza',
        voce: 'R',
        etichetta: 'Ospedale',
        prima: { etichetta: 'Ricovero' },
      }),
    ]);
  });

  test('how long a modulo may last is said, and changed in months or in days', async () => {
    const user = await apri();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Elenco' }), 'tipologia_modulo');
    expect(screen.getByRole('row', { name: /Accoglienza.*90 giorni/ })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Correggi la voce Accoglienza' }));
    const form = within(await screen.findByRole('dialog'));
    await user.clear(form.getByLabelText('Durata massima'));
    await user.type(form.getByLabelText('Durata massima'), '0{Enter}');
    await form.findByText('Scrivere un numero intero maggiore di zero.');
    await user.clear(form.getByLabelText('Durata massima'));
    await user.type(form.getByLabelText('Durata massima'), '4');
    await user.selectOptions(form.getByLabelText('Unità'), 'mesi');
    await user.click(form.getByRole('button', { name: 'Salva' }));
    await screen.findByText('Voce «Accoglienza» salvata.');
    expect(mandate('vociLista.save')).toEqual([
      expect.objectContaining({
        ...{ durataMassimaMesi: 4, durataMassimaGiorni: null },
        prima: { durataMassimaMesi: null, durataMassimaGiorni: 90 },
      }),
    ]);
  });
});

test('a rule that somebody else changed asks with both lengths; kept mine, it says that the other was seen', async () => {
  const contesa = { campo: 'giorni', mio: 20, loro: 15, chi: 'Bassi Rita', atMs: Date.parse('2025-04-03T10:00:00') };
  let prima = true;
  const user = await apri({
    'regoleScadenza.save': () => {
      const contese = prima ? [contesa] : [];
      prima = false;
      return { id: 'r1', voce: null, avvisi: [], contese };
    },
  });
  await user.click(screen.getByRole('button', { name: 'Correggi la regola Relazione di dimissione' }));
  const form = within(await screen.findByRole('dialog'));
  await user.clear(form.getByLabelText('Quanto dopo'));
  await user.type(form.getByLabelText('Quanto dopo'), '20{Enter}');
  await form.findByText(/Bassi Rita/);
  expect(form.getByText('15')).toBeTruthy();
  await user.click(form.getByRole('button', { name: 'Tieni quello scritto qui' }));
  await user.click(form.getByRole('button', { name: 'Salva' }));
  await screen.findByText('Regola «Relazione di dimissione» salvata.');
  expect(mandate('regoleScadenza.save')).toEqual([
    expect.objectContaining({ giorni: 20, prima: { giorni: 30 } }),
    expect.objectContaining({ giorni: 20, prima: { giorni: 15 } }),
  ]);
});
