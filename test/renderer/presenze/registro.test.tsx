import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import type { Input } from '../../../electron/contract/index.ts';
import type { GrigliaMese } from '../../../renderer/presenze/conti.ts';
import { usePosizione } from '../../../renderer/presenze/posizione.ts';
import { PresenzePage } from '../../../renderer/presenze/presenze-page.tsx';
import { useSalvataggio } from '../../../renderer/shell/salvataggio.ts';
import { useVista } from '../../../renderer/shell/vista.ts';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { grigliaMese, rigaMese } from './mese-di-prova.ts';

const SESSIONE = {
  stato: 'aperta',
  ruolo: 'comunita',
  utente: { nome: 'Rossi Maria', ruolo: 'responsabile' },
  accounts: ['Rossi Maria'],
  nome: 'Casa Aurora',
  versione: '0',
  oggi: '2025-03-21',
  dimostrazione: false,
  host: 'loopback',
};
const MESE = grigliaMese([
  rigaMese('Rossi', { codici: `PPUP${'.'.repeat(27)}` }),
  rigaMese('Verdi', { nome: 'Bruna', dataIngresso: '2025-03-10', dataDimissione: '2025-03-28' }),
]);
const AVVERTENZE = [
  { ospiteId: MESE.righe[1]?.ospiteId, cognome: 'Verdi', nome: 'Bruna', tipo: 'allergia', testo: 'penicillina' },
];

let chiamate: Chiamata[];
const registrate = () =>
  chiamate.filter((c) => c.nome === 'presenze.register').map((c) => c.input as Input<'presenze.register'>);

async function apri(mese: GrigliaMese = MESE, register: () => unknown = () => ({ cambiati: 1, atMs: 5_000 })) {
  chiamate = ospita({
    'sessione.get': () => SESSIONE,
    'strutture.list': () => [],
    'liste.get': () => ({}),
    'presenze.getMese': ({ mese: quale }: { mese: string }) => ({ ...mese, mese: quale }),
    'presenze.register': register,
    'presenze.findModifica': () => null,
    'ospiti.listAvvertenze': () => AVVERTENZE,
  });
  const finestra = await mostra(<PresenzePage />);
  await screen.findByRole('grid');
  // a key pressed before the grid has the keyboard goes nowhere
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('gridcell'));
  return finestra;
}

const cella = (nome: RegExp) => screen.getByRole('gridcell', { name: nome });
const attiva = () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName;
const detto = () =>
  screen
    .getAllByRole('status')
    .map((s) => s.textContent)
    .join(' ');

beforeEach(() => {
  useVista.setState({ discreto: false, struttura: null, mese: null });
  usePosizione.setState({ ingressoId: null, giorno: null, fuoco: false });
  useSalvataggio.setState({ inAttesa: 0, savedAtMs: null, errore: null });
});
afterEach(async () => {
  // what a test typed last is not refused by the host of the next one
  await waitFor(() => expect(useSalvataggio.getState().inAttesa).toBe(0));
  cleanup();
});

describe('the grid, from the keyboard', () => {
  test('opens on today, with one focusable cell, and each cell says guest, day and code', async () => {
    await apri();
    await waitFor(() => expect(attiva()).toBe('ROSSI Anna, ven 21 mar: non registrata'));
    const griglia = screen.getByRole('grid', { name: 'Presenze di Casa Aurora, marzo 2025' });
    expect(griglia.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    expect(within(griglia).getAllByRole('row')).toHaveLength(4);
    expect(cella(/^ROSSI Anna, lun 3 mar: uscita$/)).toHaveProperty('textContent', 'U');
    expect(cella(/^VERDI Bruna, lun 10 mar: da registrare, ingresso$/)).toBeTruthy();
    expect(cella(/^VERDI Bruna, ven 28 mar: fuori dalla permanenza, dimissione$/)).toBeTruthy();
  });

  test('arrows move, a letter writes, Enter goes down, undo and redo come and go; each is one gesture', async () => {
    const user = userEvent.setup();
    await apri();
    await user.keyboard('{ArrowLeft}u');
    expect(attiva()).toBe('ROSSI Anna, gio 20 mar: uscita');
    await user.keyboard('{Enter}r');
    expect(attiva()).toBe('VERDI Bruna, gio 20 mar: ricovero');
    await user.keyboard('{Control>}z{/Control}');
    expect(attiva()).toBe('VERDI Bruna, gio 20 mar: da registrare');
    await user.keyboard('{Control>}y{/Control}');
    expect(attiva()).toBe('VERDI Bruna, gio 20 mar: ricovero');
    await waitFor(() => expect(useSalvataggio.getState()).toMatchObject({ inAttesa: 0, savedAtMs: 5_000 }));
    expect(registrate().map((r) => [r.gesto, r.cambi.length, r.cambi[0]?.codice])).toEqual([
      ['cella', 1, 'U'],
      ['cella', 1, 'R'],
      ['annulla', 1, null],
      ['ripeti', 1, 'R'],
    ]);
  });

  test('Shift with the arrows selects, a letter fills the selection in one gesture', async () => {
    const user = userEvent.setup();
    await apri();
    await user.keyboard('{Shift>}{ArrowLeft}{ArrowDown}{/Shift}');
    expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(4);
    await user.keyboard('s');
    await waitFor(() => expect(registrate()).toHaveLength(1));
    expect(registrate()[0]).toMatchObject({ gesto: 'riempi' });
    expect(registrate()[0]?.cambi).toHaveLength(4);
  });

  test('a day outside the stay cannot be typed in, and the page says why', async () => {
    const user = userEvent.setup();
    await apri();
    await user.keyboard('{ArrowDown}{Home}p');
    expect(attiva()).toBe('VERDI Bruna, sab 1 mar: fuori dalla permanenza');
    expect(detto()).toMatch(/VERDI Bruna: ingresso lun 10 mar/);
    expect(registrate()).toEqual([]);
  });

  test('typed while something opens over the grid, letters are no codes', async () => {
    await apri();
    const pannello = document.createElement('section');
    pannello.setAttribute('role', 'dialog');
    document.body.append(pannello);
    // the keyboard is still on the cell: the panel takes it a moment later
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'r' });
    pannello.remove();
    expect(attiva()).toBe('ROSSI Anna, ven 21 mar: non registrata');
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'r' });
    expect(attiva()).toBe('ROSSI Anna, ven 21 mar: ricovero');
  });

  test('a letter that is no code says the codes', async () => {
    const user = userEvent.setup();
    await apri();
    await user.keyboard('x');
    expect(detto()).toMatch(/«x» non è un codice\. I codici sono P presente/);
  });

  test('totals follow what is typed', async () => {
    const user = userEvent.setup();
    await apri();
    const totali = () =>
      within(screen.getByRole('row', { name: /^Presenti/ }))
        .getAllByRole('gridcell')
        .slice(-3);
    expect(totali().map((c) => c.textContent)).toEqual(['3', '1', '3']);
    await user.keyboard('p');
    expect(totali().map((c) => c.textContent)).toEqual(['4', '1', '4']);
  });

  test('a refusal takes the gesture back and says the sentence', async () => {
    const user = userEvent.setup();
    await apri(MESE, () => {
      throw new ErroreApprodo('presenze.superato', 'Cambiato in un’altra finestra.');
    });
    await user.keyboard('u');
    await screen.findByText(/Cambiato in un’altra finestra/);
    await waitFor(() => expect(attiva()).toBe('ROSSI Anna, ven 21 mar: non registrata'));
  });

  test('Alt and an arrow go to another month, on the same guest and day', async () => {
    const user = userEvent.setup();
    const { dove } = await apri();
    await user.keyboard('{ArrowDown}{Alt>}{ArrowLeft}{/Alt}');
    await waitFor(() => expect(dove()).toBe('/presenze/CASA00/2025-02'));
    await screen.findByRole('grid', { name: /febbraio 2025/ });
    await waitFor(() => expect(attiva()).toMatch(/^VERDI Bruna, ven 21 feb/));
  });

  test('F2 opens what can be done for the guest; Esc gives the cell back', async () => {
    const user = userEvent.setup();
    await apri();
    await user.keyboard('{F2}');
    const menu = await screen.findByRole('menu', { name: 'Azioni per ROSSI Anna' });
    expect(
      within(menu)
        .getAllByRole('menuitem')
        .map((v) => v.textContent),
    ).toEqual([
      'Apri la cartella',
      'Uscita o rientro…',
      'Dimissione…',
      'Cambia modulo…',
      'Correggi l’ingresso…',
      'Togli l’ingresso…',
    ]);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(attiva()).toMatch(/^ROSSI Anna, ven 21 mar/));
  });
});

describe('copy and paste', () => {
  const appunti = (testo = '') => {
    const dati = new Map([['text/plain', testo]]);
    return {
      getData: (tipo: string) => dati.get(tipo) ?? '',
      setData: (tipo: string, t: string) => dati.set(tipo, t),
      dati,
    };
  };

  test('the selection goes out as a spreadsheet wants it', async () => {
    const user = userEvent.setup();
    await apri();
    await user.keyboard('{Home}{Shift>}{ArrowRight}{ArrowRight}{/Shift}');
    const clipboardData = appunti();
    fireEvent.copy(cella(/^ROSSI Anna, lun 3 mar/), { clipboardData });
    expect(clipboardData.dati.get('text/plain')).toBe('P\tP\tU');
  });

  test('what comes in is one gesture; what falls outside is counted', async () => {
    const user = userEvent.setup();
    await apri();
    await user.keyboard('{End}{ArrowLeft}');
    fireEvent.paste(cella(/^ROSSI Anna, dom 30 mar/), { clipboardData: appunti('p\tu\tr\r\np\r\n') });
    expect(detto()).toMatch(/Incollati 2 giorni; 2 saltati/);
    await waitFor(() => expect(registrate()).toHaveLength(1));
    expect(registrate()[0]).toMatchObject({ gesto: 'incolla' });
  });

  test('a value that is no code refuses all of it', async () => {
    await apri();
    fireEvent.paste(cella(/^ROSSI Anna, ven 21 mar/), { clipboardData: appunti('P\tassente') });
    expect(detto()).toMatch(/Non incollato: «assente» \(riga 1, colonna 2\)/);
    expect(registrate()).toEqual([]);
  });
});

describe('the mouse', () => {
  test('a drag selects; with the brush it paints, in one gesture', async () => {
    const user = userEvent.setup();
    await apri();
    await user.click(screen.getByRole('button', { name: 'ricovero' }));
    const da = cella(/^ROSSI Anna, mer 5 mar/);
    const a = cella(/^ROSSI Anna, sab 8 mar/);
    const sotto = vi.spyOn(document, 'elementFromPoint').mockReturnValue(a);
    fireEvent.pointerDown(da, { button: 0 });
    fireEvent.pointerMove(a);
    fireEvent.pointerUp(window);
    sotto.mockRestore();
    expect(screen.getAllByRole('gridcell', { name: /^ROSSI.*ricovero/ })).toHaveLength(4);
    await waitFor(() => expect(registrate().map((r) => r.cambi.length)).toEqual([4]));
  });
});

describe('a month that cannot be changed', () => {
  test('closed: read only, with the way to reopen it', async () => {
    const user = userEvent.setup();
    await apri(grigliaMese(MESE.righe, { stato: 'chiuso', revisione: 2 }));
    expect(screen.getByText(/Marzo 2025 è chiuso \(revisione 2\)/)).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Vai a Mese' }).getAttribute('href')).toBe('/mese/CASA00/2025-03');
    expect(screen.getByRole('grid').getAttribute('aria-readonly')).toBe('true');
    await user.keyboard('u');
    expect(detto()).toMatch(/si legge soltanto/);
    expect(registrate()).toEqual([]);
  });

  test('empty: says what to do first', async () => {
    chiamate = ospita({
      'sessione.get': () => SESSIONE,
      'strutture.list': () => [],
      'presenze.getMese': () => grigliaMese([]),
    });
    await mostra(<PresenzePage />);
    expect(await screen.findByRole('heading', { name: 'Nessun ospite in marzo 2025' })).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Nuovo ingresso' }).length).toBeGreaterThan(0);
  });
});

test('with the schermo discreto no name is left on the page', async () => {
  useVista.setState({ discreto: true });
  await apri();
  await waitFor(() => expect(attiva()).toMatch(/^R\. A\., ven 21 mar/));
  expect(document.body.innerHTML).not.toMatch(/Rossi|ROSSI|Bruna/);
});

test('axe finds nothing in the grid', async () => {
  await apri();
  const esito = await axe.run(screen.getByRole('grid'), { rules: { 'color-contrast': { enabled: false } } });
  expect(esito.violations.map((v) => v.id)).toEqual([]);
});

test('an alert is in the row, in its label, and in words under the grid when the cursor is there; the keyboard goes on', async () => {
  await apri();
  const nome = await screen.findByRole('rowheader', { name: /Verdi.*Allergia: penicillina/i });
  expect(within(nome).getByTitle('Allergia: penicillina')).toBeTruthy();
  expect(screen.getByRole('rowheader', { name: /^Rossi/i }).getAttribute('aria-label')).not.toMatch(/Allergia/);
  expect(screen.queryByText('Allergia: penicillina')).toBeNull();
  fireEvent.focus(cella(/^VERDI Bruna, mer 12 mar/));
  expect(await screen.findByText('Allergia: penicillina')).toBeTruthy();
});
