import { beforeEach, describe, expect, test } from 'vitest';
import { luogoIniziale, meseIniziale, type Struttura } from '../../../renderer/shell/luogo.ts';
import { formatNome } from '../../../renderer/shell/nome-ospite.ts';
import { listPagine } from '../../../renderer/shell/pagine.ts';
import { useSalvataggio, waitSaved } from '../../../renderer/shell/salvataggio.ts';
import { useVista } from '../../../renderer/shell/vista.ts';
import { formatDecimo, formatIstante, formatNumero, formatPercento } from '../../../renderer/testi/index.ts';

function struttura(codice: string, ultimoMese: string | null): Struttura {
  const indirizzo = { ats: null, indirizzo: null, cap: null, comune: null, provincia: null, telefono: null };
  const vuoti = { utenza: null, ...indirizzo, dal: null, al: null, primoMese: null };
  return { id: codice, codice, nome: codice, tipo: 'CT', moduli: [], ultimoMese, ...vuoti };
}

beforeEach(() => useVista.setState({ struttura: null, mese: null }));

describe('where the day starts', () => {
  test('the current month; the last recorded one when the register stopped long before', () => {
    expect(meseIniziale(struttura('A', '2025-02'), '2025-03-21')).toBe('2025-03');
    expect(meseIniziale(struttura('A', '2024-12'), '2025-03-21')).toBe('2024-12');
    expect(meseIniziale(struttura('A', null), '2025-03-21')).toBe('2025-03');
  });
  test('where the person was, if it is still there', () => {
    const strutture = [struttura('A', null), struttura('B', null)];
    useVista.getState().setLuogo('B', '2024-07');
    expect(luogoIniziale(strutture, '2025-03-21')).toEqual({ struttura: 'B', mese: '2024-07' });
    // a page of no month: the struttura chosen there holds, its month is not that of the other
    useVista.getState().setLuogo('B', undefined);
    expect(luogoIniziale(strutture, '2025-03-21')).toEqual({ struttura: 'B', mese: '2024-07' });
    useVista.getState().setLuogo('A', undefined);
    useVista.getState().setLuogo('B', undefined);
    expect(luogoIniziale(strutture, '2025-03-21')).toEqual({ struttura: 'B', mese: '2025-03' });
    useVista.getState().setLuogo('C', '2024-07');
    expect(luogoIniziale(strutture, '2025-03-21')).toEqual({ struttura: 'A', mese: '2025-03' });
    expect(luogoIniziale([], '2025-03-21')).toBeUndefined();
  });
});

describe('the navigation follows from who may call what', () => {
  const id = (dove: 'comunita' | 'centrale', ruolo: Parameters<typeof listPagine>[1]) =>
    listPagine(dove, ruolo).map((p) => p.id);
  test.each([
    [
      'comunita',
      'responsabile',
      [
        'oggi',
        'presenze',
        'ospiti',
        'diario',
        'agenda',
        'scadenze',
        'mese',
        'report',
        'importa',
        'registro',
        'impostazioni',
      ],
    ],
    [
      'comunita',
      'educatore',
      ['oggi', 'presenze', 'ospiti', 'diario', 'agenda', 'scadenze', 'mese', 'report', 'impostazioni'],
    ],
    ['centrale', 'accoglienza', ['consegne', 'presenze', 'ospiti', 'report', 'importa', 'registro', 'impostazioni']],
    ['centrale', 'direzione', ['consegne', 'report', 'impostazioni']],
    ['comunita', 'amministratore', ['registro', 'impostazioni']],
  ] as const)('%s, %s', (dove, ruolo, pagine) => {
    expect(id(dove, ruolo)).toEqual(pagine);
  });
});

test('names: surname in capitals; only initials with the schermo discreto', () => {
  expect(formatNome('Rossi', 'Anna', false)).toBe('ROSSI Anna');
  expect(formatNome('de Luca', 'Élise', true)).toBe('D. É.');
});

test('numbers and instants as they are written in Italy', () => {
  expect([formatNumero(1234), formatDecimo(18), formatPercento(78.9), formatPercento(null)]).toEqual([
    '1.234',
    '18,0',
    '78,9 %',
    '–',
  ]);
  const alle = (anno: number, mese: number, giorno: number) => new Date(anno, mese - 1, giorno, 18, 4).getTime();
  expect(formatIstante(alle(2025, 3, 21), '2025-03-21')).toBe('oggi 18:04');
  expect(formatIstante(alle(2025, 3, 20), '2025-03-21')).toBe('ieri 18:04');
  expect(formatIstante(alle(2025, 3, 3), '2025-03-21')).toBe('lun 3 mar 18:04');
  expect(formatIstante(alle(2024, 3, 3), '2025-03-21')).toBe('dom 3 mar 2024 18:04');
});

test('locking waits for what is on its way, and not for what cannot be saved', async () => {
  useSalvataggio.setState({ inAttesa: 1, errore: null });
  let finito = false;
  const attesa = waitSaved().then(() => {
    finito = true;
  });
  await Promise.resolve();
  expect(finito).toBe(false);
  useSalvataggio.setState({ inAttesa: 0 });
  await attesa;
  useSalvataggio.setState({ inAttesa: 1, errore: 'Disco pieno.' });
  await waitSaved();
});
