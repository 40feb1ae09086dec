import { TextInput } from '@mantine/core';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { Contese } from '../../../renderer/form/contese.tsx';
import { type Contesa, useCorrezione } from '../../../renderer/form/correzione.ts';
import { keepSospesi } from '../../../renderer/form/custode.ts';
import { FormLaterale } from '../../../renderer/form/form-laterale.tsx';
import { useSalvato, useTastoAnnulla } from '../../../renderer/form/salvato.tsx';
import { useFormSospeso } from '../../../renderer/form/use-form-sospeso.ts';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

interface Valori {
  luogo: string;
  esito: string;
}

const leggi = ({ luogo, esito }: Valori) => ({ luogo: luogo || null, esito: esito || null });

/** What a page does with the rooms: a record with two fields, as somebody saw it. */
function Prova({ salva }: { salva: (correzione: unknown) => { contese: Contesa[]; voce: number | null } }) {
  const sospeso = useFormSospeso<Valori>('prova:1', { defaultValues: { luogo: 'Brescia', esito: '' } });
  const { form } = sospeso;
  const detto = useSalvato();
  useTastoAnnulla();
  const { correzione, contese, chiedi, scegli } = useCorrezione(sospeso, leggi, (campo, valore) =>
    form.setValue(campo, String(valore ?? '')),
  );
  const invia = form.handleSubmit(() => {
    const esito = salva(correzione());
    if (chiedi(esito)) return;
    sospeso.fatto();
    detto('Salvata la visita.', { voce: esito.voce, avvisi: [] });
  });
  return (
    <FormLaterale
      titolo="Visita"
      ospiti={['o1', 'o2']}
      sospeso={sospeso}
      errore={null}
      inCorso={false}
      onInvia={(e) => void invia(e)}
      onChiudi={() => undefined}
    >
      <Contese
        contese={contese}
        etichetta={(campo) => (campo === 'luogo' ? 'Luogo' : 'Esito')}
        mostra={(_, valore) => String(valore ?? '')}
        onScegli={scegli}
      />
      <TextInput label="Luogo" {...form.register('luogo')} />
      <TextInput label="Esito" {...form.register('esito')} />
    </FormLaterale>
  );
}

afterEach(cleanup);

function host(trovato: { prima: object; dopo: object } | null): Chiamata[] {
  return ospita({
    'sessione.get': () => sessione(),
    'sospesi.get': () => trovato && { dati: JSON.stringify(trovato), atMs: Date.now() },
    'sospesi.save': () => ({}),
    'sospesi.remove': () => ({}),
    'modifiche.undo': () => ({}),
    'ospiti.listAvvertenze': () => [
      { ospiteId: 'o2', cognome: 'Verdi', nome: 'Bruna', tipo: 'allergia', testo: 'penicillina' },
      { ospiteId: 'o9', cognome: 'Neri', nome: 'Aldo', tipo: 'rischio', testo: 'fuga' },
    ],
  });
}

const salvati = (chiamate: readonly Chiamata[], nome: string) =>
  chiamate.filter((c) => c.nome === nome).map((c) => c.input);

test('what is typed is kept a moment later, the field touched alone; saved, it is kept no more', async () => {
  const chiamate = host(null);
  const scritte: unknown[] = [];
  await mostra(
    <Prova
      salva={(correzione) => {
        scritte.push(correzione);
        return { contese: [], voce: 7 };
      }}
    />,
  );
  await userEvent.type(await screen.findByLabelText('Esito'), 'tutto bene');
  await waitFor(() => expect(salvati(chiamate, 'sospesi.save')).not.toEqual([]));
  const { dati } = salvati(chiamate, 'sospesi.save').at(-1) as { dati: string };
  expect(JSON.parse(dati)).toEqual({ prima: { esito: '' }, dopo: { esito: 'tutto bene' } });
  await userEvent.click(screen.getByRole('button', { name: 'Salva' }));
  await screen.findByText('Salvata la visita.');
  expect(scritte).toEqual([{ prima: { esito: null }, dopo: { esito: 'tutto bene' } }]);
  expect(salvati(chiamate, 'sospesi.remove')).toEqual([{ chiave: 'prova:1' }]);
  await userEvent.click(screen.getByRole('button', { name: 'Annulla (Ctrl+Z)' }));
  await screen.findByText(/^Annullato: è tutto come prima/);
  expect(salvati(chiamate, 'modifiche.undo')).toEqual([{ voce: 7 }]);
});

test('before a lock what is half-typed is kept without waiting for the pause, and waited for', async () => {
  const chiamate = host(null);
  await mostra(<Prova salva={() => ({ contese: [], voce: null })} />);
  fireEvent.change(await screen.findByLabelText('Esito'), { target: { value: 'tutto b' } });
  expect(salvati(chiamate, 'sospesi.save')).toEqual([]);
  await keepSospesi();
  const dati = JSON.stringify({ prima: { esito: '' }, dopo: { esito: 'tutto b' } });
  expect(salvati(chiamate, 'sospesi.save')).toEqual([{ chiave: 'prova:1', dati }]);
  await keepSospesi();
  expect(salvati(chiamate, 'sospesi.save')).toHaveLength(1);
});

test('Ctrl+Z undoes the last saving outside a field, and is the field’s own inside one', async () => {
  const chiamate = host(null);
  await mostra(<Prova salva={() => ({ contese: [], voce: 8 })} />);
  await userEvent.type(await screen.findByLabelText('Esito'), 'sì');
  await userEvent.click(screen.getByRole('button', { name: 'Salva' }));
  await screen.findByText('Salvata la visita.');
  fireEvent.keyDown(screen.getByLabelText('Esito'), { key: 'z', ctrlKey: true });
  expect(salvati(chiamate, 'modifiche.undo')).toEqual([]);
  fireEvent.keyDown(document.body, { key: 'z', ctrlKey: true });
  await screen.findByText(/^Annullato: è tutto come prima/);
  expect(salvati(chiamate, 'modifiche.undo')).toEqual([{ voce: 8 }]);
});

test('what was left half-written is back, says so, and can be let go', async () => {
  host({ prima: { luogo: 'Manerbio' }, dopo: { luogo: 'Cremona' } });
  await mostra(<Prova salva={() => ({ contese: [], voce: null })} />);
  await screen.findByText(/Ripreso quello che era rimasto da salvare/);
  expect(screen.getByLabelText<HTMLInputElement>('Luogo').value).toBe('Cremona');
  await userEvent.click(screen.getByRole('button', { name: 'Ricomincia da capo' }));
  expect(screen.getByLabelText<HTMLInputElement>('Luogo').value).toBe('Brescia');
});

test('a draft starts from what had been seen; once it is saved, what is typed on starts from what was saved', async () => {
  host({ prima: { luogo: 'Manerbio' }, dopo: { luogo: 'Cremona' } });
  const scritte: unknown[] = [];
  await mostra(
    <Prova
      salva={(correzione) => {
        scritte.push(correzione);
        return { contese: [], voce: null };
      }}
    />,
  );
  await screen.findByText(/Ripreso quello che era rimasto da salvare/);
  await userEvent.click(screen.getByRole('button', { name: 'Salva' }));
  await waitFor(() => expect(scritte).toEqual([{ prima: { luogo: 'Manerbio' }, dopo: { luogo: 'Cremona' } }]));
  expect(screen.queryByRole('button', { name: 'Ricomincia da capo' })).toBeNull();
  await userEvent.type(screen.getByLabelText('Luogo'), ' nord');
  await userEvent.click(screen.getByRole('button', { name: 'Salva' }));
  await waitFor(() => expect(scritte[1]).toEqual({ prima: { luogo: 'Cremona' }, dopo: { luogo: 'Cremona nord' } }));
});

test('the same field changed by two: both sentences; the one kept is sent as having seen the other', async () => {
  host(null);
  const scritte: unknown[] = [];
  const contesa = { campo: 'luogo', mio: 'Cremona', loro: 'Verona', chi: 'BIANCHI Ada', atMs: Date.now() };
  await mostra(
    <Prova
      salva={(correzione) => {
        scritte.push(correzione);
        return { contese: scritte.length === 1 ? [contesa] : [], voce: 9 };
      }}
    />,
  );
  const luogo = await screen.findByLabelText('Luogo');
  await userEvent.clear(luogo);
  await userEvent.type(luogo, 'Cremona');
  await userEvent.click(screen.getByRole('button', { name: 'Salva' }));
  await screen.findByText(/l’ha cambiato anche BIANCHI Ada/);
  // the question has the keyboard, and after the answer the button that saves again
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Intanto è cambiato' }));
  screen.getByText('Verona');
  await userEvent.click(screen.getByRole('button', { name: 'Tieni quello scritto qui' }));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Salva' }));
  await userEvent.keyboard('{Enter}');
  await screen.findByText('Salvata la visita.');
  expect(scritte.at(-1)).toEqual({ prima: { luogo: 'Verona' }, dopo: { luogo: 'Cremona' } });
});

test('keeping the other’s leaves nothing to write', async () => {
  host(null);
  const scritte: unknown[] = [];
  const contesa = { campo: 'luogo', mio: 'Cremona', loro: 'Verona', chi: 'BIANCHI Ada', atMs: Date.now() };
  await mostra(
    <Prova
      salva={(correzione) => {
        scritte.push(correzione);
        return { contese: scritte.length === 1 ? [contesa] : [], voce: null };
      }}
    />,
  );
  const luogo = await screen.findByLabelText<HTMLInputElement>('Luogo');
  await userEvent.type(luogo, ' 2');
  await userEvent.click(screen.getByRole('button', { name: 'Salva' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Tieni quello salvato' }));
  expect(luogo.value).toBe('Verona');
  await userEvent.click(screen.getByRole('button', { name: 'Salva' }));
  await waitFor(() => expect(scritte).toHaveLength(2));
  expect(scritte.at(-1)).toEqual({ prima: {}, dopo: {} });
});

test('the alerts of who it is about are in the title, with the name when they are many; nobody else’s', async () => {
  host(null);
  await mostra(<Prova salva={() => ({ contese: [], voce: 1 })} />);
  const form = await screen.findByRole('dialog', { name: /Visita.*Verdi.*Allergia: penicillina/i });
  expect(form.textContent).not.toMatch(/fuga/);
});
