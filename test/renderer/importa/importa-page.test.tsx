import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { ErroreApprodo } from '../../../domain/errore.ts';
import type { Input } from '../../../electron/contract/index.ts';
import type { EsitoFoglio } from '../../../renderer/importa/esito-foglio.ts';
import { ImportaPage } from '../../../renderer/importa/importa-page.tsx';
import { type Chiamata, mostra, ospita } from '../aiuti/finestra.tsx';
import { sessione } from '../aiuti/sessione.ts';

const ANTEPRIMA: EsitoFoglio = {
  inseriti: { ospiti: 2, presenze: 3 },
  aggiornati: { ospiti: 1 },
  invariati: { presenze: 4 },
  scartati: { ingressi: 1, presenze: 1 },
  errori: [
    {
      foglio: 'ingressi',
      riga: 7,
      colonna: 'modulo',
      valore: 'ZZ',
      messaggio: 'Il modulo ZZ non c’è: correggere il codice.',
    },
    { foglio: 'presenze', riga: 12, colonna: 'g31', valore: 'Q', messaggio: 'Il codice Q non esiste.' },
  ],
  colonneIgnorate: { ospiti: ['telefono'] },
  avvisi: ['ROSSI Anna e ROSSI Anna potrebbero essere la stessa persona.'],
};

let chiamate: Chiamata[];

async function apri(altre: Parameters<typeof ospita>[0] = {}) {
  chiamate = ospita({
    'sessione.get': () => sessione(),
    'fogli.preview': () => ANTEPRIMA,
    'fogli.import': () => ANTEPRIMA,
    ...altre,
  });
  return mostra(<ImportaPage />, '/importa');
}

async function lascia(...nomi: string[]) {
  await screen.findByRole('heading', { name: /Trascinare qui/ });
  const items = nomi.map((nome) => ({
    kind: 'file',
    webkitGetAsEntry: () => null,
    getAsFile: () => new File([nome], nome),
  }));
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], items } });
}

const importati = () =>
  chiamate
    .filter((c) => c.nome === 'fogli.import')
    .map((c) => (c.input as Input<'fogli.import'>).file.map((f) => f.nome));
afterEach(cleanup);

describe('a workbook', () => {
  test('shows what would change, sheet by sheet, and every row to correct; writes nothing', async () => {
    await apri();
    await lascia('ospiti.csv', 'presenze.csv');
    const conti = await screen.findByRole('table', { name: 'Che cosa cambierebbe' });
    const celle = (nome: RegExp) =>
      within(within(conti).getByRole('row', { name: nome }))
        .getAllByRole('cell')
        .map((c) => c.textContent);
    expect(celle(/^ospiti/)).toEqual(['2', '1', '0', '0']);
    expect(celle(/^Totale/)).toEqual(['5', '1', '4', '2']);
    expect(screen.getByText('Il modulo ZZ non c’è: correggere il codice.')).toBeTruthy();
    expect(screen.getByText('ospiti: telefono')).toBeTruthy();
    expect(screen.getByText(/potrebbero essere la stessa persona/)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Importa 6 righe' })).toBeTruthy();
    expect(importati()).toEqual([]);
  });

  test('errors are filtered by sheet', async () => {
    const user = userEvent.setup();
    await apri();
    await lascia('ospiti.csv');
    const errori = await screen.findByRole('table', { name: 'Righe da correggere' });
    expect(within(errori).getAllByRole('row')).toHaveLength(3);
    await user.click(screen.getByRole('combobox', { name: 'Foglio' }));
    await user.click(await screen.findByRole('option', { name: 'presenze (1)' }));
    expect(within(errori).getAllByRole('row')).toHaveLength(2);
    expect(within(errori).getByText('Il codice Q non esiste.')).toBeTruthy();
  });

  test('the result is what the host answered; rows left out stay listed', async () => {
    const user = userEvent.setup();
    await apri();
    await lascia('ospiti.csv');
    await user.click(await screen.findByRole('button', { name: 'Importa 6 righe' }));
    expect(
      await screen.findByText(/Importazione riuscita: 5 righe nuove, 1 cambiata\. 2 righe lasciate fuori/),
    ).toBeTruthy();
    expect(screen.getByRole('table', { name: 'Righe da correggere' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Apri Presenze' })).toBeTruthy();
    expect(importati()).toEqual([['ospiti.csv']]);
  });

  test('cancelled or failed, it says that nothing was imported and keeps the preview', async () => {
    const user = userEvent.setup();
    await apri({
      'fogli.import': () => {
        throw new ErroreApprodo('lavoro.annullato', 'Annullato.');
      },
    });
    await lascia('ospiti.csv');
    await user.click(await screen.findByRole('button', { name: 'Importa 6 righe' }));
    expect(await screen.findByText('Interrotto: nulla è stato importato.')).toBeTruthy();
    expect(screen.queryByText(/riuscita/)).toBeNull();
    expect(screen.getByRole('button', { name: 'Importa 6 righe' })).toBeTruthy();
  });

  test('a reading given up stops at once, and its late answer is not shown', async () => {
    const user = userEvent.setup();
    let rispondi: (esito: EsitoFoglio) => void = () => {};
    await apri({ 'fogli.preview': () => new Promise((resolve) => (rispondi = resolve)) });
    await lascia('ospiti.csv');
    await user.click(await screen.findByRole('button', { name: 'Interrompi' }, { timeout: 3000 }));
    expect(await screen.findByText('Interrotto: nulla è stato importato.')).toBeTruthy();
    rispondi(ANTEPRIMA);
    await new Promise((fatto) => setTimeout(fatto, 50));
    expect(screen.queryByRole('table', { name: 'Che cosa cambierebbe' })).toBeNull();
  });

  test('the same workbook again has nothing to import', async () => {
    await apri({ 'fogli.preview': () => ({ ...ANTEPRIMA, inseriti: {}, aggiornati: {}, scartati: {}, errori: [] }) });
    await lascia('ospiti.csv');
    expect(await screen.findByText(/uguale a quello che c’è già/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Importa \d/ })).toBeNull();
  });

  test('a workbook that cannot be read says its sentence, and another can be chosen', async () => {
    await apri({
      'fogli.preview': () => {
        throw new ErroreApprodo(
          'foglio.illeggibile',
          'Il file non è un foglio Excel: salvarlo come .xlsx e riprovare.',
        );
      },
    });
    await lascia('foto.jpg');
    expect((await screen.findByRole('alert')).textContent).toContain('salvarlo come .xlsx');
    expect(screen.getByRole('button', { name: 'Scegli i file…' })).toBeTruthy();
  });

  test('no axe violation in the preview', async () => {
    await apri();
    await lascia('ospiti.csv');
    await screen.findByRole('table', { name: 'Che cosa cambierebbe' });
    const regole = { rules: { region: { enabled: false }, 'color-contrast': { enabled: false } } };
    expect((await axe.run(document.body, regole)).violations.map((v) => v.id)).toEqual([]);
  });
});
