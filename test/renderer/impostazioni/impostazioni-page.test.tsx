import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import { ImpostazioniPage } from '../../../renderer/impostazioni/impostazioni-page.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { ACCOGLIENZA, sessione } from '../aiuti/sessione.ts';

const POSTI = { id: 'p', validoDal: '2020-01-01', validoAl: null, accreditati: 13, disponibili: 12 };
const STRUTTURA = {
  id: 's',
  codice: 'CASA00',
  nome: 'Casa Aurora',
  tipo: 'CT',
  utenza: 'F',
  ...{ ats: null, indirizzo: null, cap: null, comune: null, provincia: null, telefono: null, dal: null, al: null },
  primoMese: null,
  ultimoMese: null,
  moduli: [
    {
      ...{ id: 'm', codice: 'CASA00-TR', nome: 'Terapeutico', tipologia: 'TR', conta: 'adulti' },
      ...{ dal: null, al: null, posti: [POSTI] },
    },
  ],
};
const LISTE = {
  tipo_struttura: [{ voce: 'CT', etichetta: 'Comunità terapeutica' }],
  tipologia_modulo: [{ voce: 'TR', etichetta: 'Terapeutico-riabilitativo' }],
};
const CHIAVE = {
  id: 'k',
  ruolo: 'centrale',
  nome: 'Accoglienza',
  strutture: [],
  impronta: '3db6 fa55',
  createdAtMs: 0,
  precedenti: 0,
};

let chiamate: Chiamata[];

async function apri(altre: Parameters<typeof ospita>[0] = {}) {
  chiamate = ospita({
    'sessione.get': () => sessione(),
    'strutture.list': () => [STRUTTURA],
    'liste.get': () => LISTE,
    'chiavi.list': () => [],
    'accounts.list': () => [],
    'chiavi.getPubblica': () => ({
      nomeFile: 'approdo-chiave-CASA00.json',
      testo: '{}',
      impronta: 'c5d6 e6fd',
      rinnovataAtMs: null,
    }),
    'copie.get': () => ({ luoghi: [], predefinito: false, arretrati: [], suggeriti: [], prova: null }),
    'recupero.get': () => ({ createdAtMs: null, confermataAtMs: null, deposito: null, presso: null }),
    'depositi.list': () => [],
    'moduli.save': () => ({ id: 'm', voce: null, avvisi: [], contese: [] }),
    'sospesi.get': () => null,
    'sospesi.save': () => ({}),
    'sospesi.remove': () => ({}),
    'strutture.save': () => ({ id: 's', voce: null, avvisi: [], contese: [] }),
    ...altre,
  });
  await mostra(<ImpostazioniPage />, '/impostazioni');
  await screen.findByRole('heading', { name: 'Casa Aurora' });
}

const inviati = (nome: string) => chiamate.filter((c) => c.nome === nome).map((c) => c.input);
afterEach(cleanup);

describe('strutture, moduli and places', () => {
  test('places change from a day on, typed as people type it', async () => {
    const user = userEvent.setup();
    await apri();
    await user.click(screen.getByRole('button', { name: 'Correggi il modulo Terapeutico o i suoi posti' }));
    const dal = await screen.findByLabelText('Validi dal');
    await user.clear(dal);
    await user.type(dal, '1/7/2025');
    await user.clear(screen.getByLabelText('Posti disponibili'));
    await user.type(screen.getByLabelText('Posti disponibili'), '10');
    await user.click(screen.getByRole('button', { name: 'Salva' }));
    expect(await screen.findByText('Modulo Terapeutico salvato.')).toBeTruthy();
    expect(inviati('moduli.save')).toEqual([
      {
        id: 'm',
        prima: { validoDal: '2020-01-01', disponibili: 12 },
        dopo: { validoDal: '2025-07-01', disponibili: 10 },
      },
    ]);
  });

  test('errors are in place, and nothing is sent', async () => {
    const user = userEvent.setup();
    await apri();
    await user.click(screen.getByRole('button', { name: 'Aggiungi un modulo a Casa Aurora' }));
    const dal = await screen.findByLabelText('Validi dal');
    await user.clear(dal);
    await user.type(dal, '31/2/2025');
    await user.click(screen.getByRole('button', { name: 'Salva' }));
    for (const frase of ['Scrivere il codice.', 'Scrivere il nome.', 'Scegliere la tipologia.', /Data non valida/])
      expect(await screen.findByText(frase)).toBeTruthy();
    expect(screen.getAllByText('Scrivere un numero intero da 0 a 999.')).toHaveLength(2);
    expect(inviati('moduli.save')).toEqual([]);
  });

  test('what was being typed when the form was closed is kept; the same field changed by somebody else is asked', async () => {
    const user = userEvent.setup();
    const contesa = { campo: 'tipo', mio: 'X', loro: 'CT', chi: 'NERI Ada', atMs: 0 };
    await apri({ 'strutture.save': () => ({ id: 's', voce: null, avvisi: [], contese: [contesa] }) });
    await user.click(screen.getByRole('button', { name: 'Correggi Casa Aurora' }));
    await user.type(await screen.findByLabelText('Nome'), ' nuova');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(inviati('sospesi.save')).toHaveLength(1));
    await user.click(screen.getByRole('button', { name: 'Correggi Casa Aurora' }));
    await user.type(await screen.findByLabelText('Ultimo giorno'), '31/12/2026');
    await user.click(screen.getByRole('button', { name: 'Salva' }));
    const domanda = await screen.findByText(/NERI Ada/);
    expect(domanda.textContent).toContain('Tipo');
    // in words, never as a code
    expect(screen.getByText('Comunità terapeutica')).toBeTruthy();
    expect(inviati('strutture.save')).toEqual([{ id: 's', prima: { al: null }, dopo: { al: '2026-12-31' } }]);
  });

  test('the central office reads them only', async () => {
    await apri({ 'sessione.get': () => sessione(ACCOGLIENZA) });
    const strutture = screen.getByRole('region', { name: 'Strutture, moduli e posti' });
    expect(within(strutture).queryByRole('button', { name: /^Correggi|^Aggiungi/ })).toBeNull();
    expect(screen.getByText(/12 disponibili/)).toBeTruthy();
  });
});

describe('keys', () => {
  test('files given are registered one by one, each with its own answer', async () => {
    const user = userEvent.setup();
    await apri({
      'chiavi.register': ({ testo }: { testo: string }) => {
        if (testo === 'buona') return CHIAVE;
        throw new ErroreApprodo('chiave.firma', 'Il file della chiave è alterato: farselo mandare di nuovo.');
      },
    });
    expect(screen.getByText(/chiave dell’Accoglienza non è ancora registrata/)).toBeTruthy();
    const campo = document.querySelector<HTMLInputElement>('input[type=file]');
    if (!campo) throw new Error('manca');
    await user.upload(campo, [new File(['buona'], 'a.json'), new File(['rotta'], 'b.json')]);
    expect(await screen.findByText(/Chiave di Accoglienza registrata.* 3db6 fa55/)).toBeTruthy();
    expect(screen.getByText('b.json: Il file della chiave è alterato: farselo mandare di nuovo.')).toBeTruthy();
  });
});

test('a lost key is replaced only after the fingerprint was read, and it is said', async () => {
  const user = userEvent.setup();
  await apri({
    'sessione.get': () => sessione(ACCOGLIENZA),
    'chiavi.register': ({ sostituisce }: { sostituisce: boolean }) => {
      if (sostituisce) return { ...CHIAVE, ruolo: 'comunita', nome: 'Casa Aurora', precedenti: 1 };
      throw new ErroreApprodo('chiave.struttura', 'La struttura CASA00 è già di «Casa Aurora»: leggere l’impronta.');
    },
  });
  const campo = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!campo) throw new Error('manca');
  await user.upload(campo, [new File(['nuova'], 'nuova.json')]);
  await user.click(await screen.findByRole('button', { name: /sostituisci la chiave perduta/ }));
  expect(await screen.findByText(/Chiave di Casa Aurora registrata/)).toBeTruthy();
  expect(inviati('chiavi.register')).toEqual([
    { testo: 'nuova', sostituisce: false },
    { testo: 'nuova', sostituisce: true },
  ]);
});

test('keys are renewed after a question that says what changes', async () => {
  const user = userEvent.setup();
  await apri({ 'chiavi.renew': () => ({ nomeFile: 'a.json', testo: '{}', impronta: '9999', rinnovataAtMs: 1 }) });
  await user.click(await screen.findByRole('button', { name: 'Rinnova le chiavi…' }));
  expect(await screen.findByText(/rifiuta i pacchi firmati con essa/)).toBeTruthy();
  expect(inviati('chiavi.renew')).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Rinnova' }));
  expect(await screen.findByText(/Chiavi rinnovate: salvare il file/)).toBeTruthy();
  expect(inviati('chiavi.renew')).toHaveLength(1);
});

describe('verifica', () => {
  test('says which check failed, with its word', async () => {
    const user = userEvent.setup();
    const controlli = [
      { nome: 'Integrità dell’archivio', esito: true, dettaglio: 'ogni pagina letta' },
      { nome: 'Catena dei pacchi', esito: false, dettaglio: 'CASA00, n. 4' },
    ];
    await apri({ 'verifica.run': () => ({ esito: false, controlli, avvisi: ['manca il numero 3'] }) });
    await user.click(screen.getByRole('button', { name: 'Verifica adesso' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Un controllo non è riuscito');
    const tabella = screen.getByRole('table', { name: 'Verifica dei dati' });
    expect(within(tabella).getByRole('row', { name: /Catena dei pacchi.*non riuscito.*n\. 4/ })).toBeTruthy();
    expect(within(tabella).getByRole('row', { name: /Integrità dell’archivio.*in ordine/ })).toBeTruthy();
    expect(screen.getByText('manca il numero 3')).toBeTruthy();
  });
});
