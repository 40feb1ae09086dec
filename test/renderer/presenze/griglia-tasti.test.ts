import { expect, test } from 'vitest';
import { createStato } from '../../../renderer/presenze/griglia-stato.ts';
import { comandoDi } from '../../../renderer/presenze/griglia-tasti.ts';

const righe = ['a', 'b', 'c'].map((ingressoId) => ({ ingressoId, primo: 1, ultimo: 31, codici: '.'.repeat(31) }));

/** `Ctrl+Shift+z` → the command with the cursor on `colonna`. */
function premi(tasti: string, colonna = 5) {
  const parti = tasti.split('+');
  const key = parti.at(-1) || '+';
  const cursore = { riga: 1, colonna };
  const stato = createStato({ righe, giorni: 31, lettere: 'PU', presente: 'P', bloccata: false, cursore });
  const modificatori = {
    ctrlKey: parti.includes('Ctrl'),
    shiftKey: parti.includes('Shift'),
    altKey: parti.includes('Alt'),
    metaKey: parti.includes('Meta'),
  };
  return comandoDi({ key: key === 'Spazio' ? ' ' : key, ...modificatori }, stato, 10);
}

test.each([
  ['ArrowDown', { tipo: 'muovi', righe: 1, colonne: 0, estendi: false }],
  ['Shift+ArrowLeft', { tipo: 'muovi', righe: 0, colonne: -1, estendi: true }],
  ['Alt+ArrowLeft', { tipo: 'mese', passo: -1 }],
  ['Alt+ArrowRight', { tipo: 'mese', passo: 1 }],
  ['Alt+ArrowUp', undefined],
  ['Enter', { tipo: 'muovi', righe: 1, colonne: 0 }],
  ['Shift+Enter', { tipo: 'muovi', righe: -1, colonne: 0 }],
  ['PageDown', { tipo: 'muovi', righe: 10, colonne: 0, estendi: false }],
  ['Delete', { tipo: 'cancella' }],
  ['Backspace', { tipo: 'cancella' }],
  ['Spazio', { tipo: 'spazio' }],
  ['Shift+Spazio', { tipo: 'seleziona_riga' }],
  ['Ctrl+Spazio', { tipo: 'seleziona_colonna' }],
  ['Ctrl+a', { tipo: 'seleziona_tutto' }],
  ['Ctrl+z', { tipo: 'annulla' }],
  ['Ctrl+Shift+Z', { tipo: 'ripeti' }],
  ['Ctrl+y', { tipo: 'ripeti' }],
  ['Meta+z', { tipo: 'annulla' }],
  ['F2', { tipo: 'menu' }],
  ['ContextMenu', { tipo: 'menu' }],
  ['Shift+F10', { tipo: 'menu' }],
  ['F4', { tipo: 'nuovo_ingresso' }],
  ['F7', { tipo: 'prossimo_mancante' }],
  ['Escape', { tipo: 'esci' }],
  ['u', { tipo: 'lettera', lettera: 'u' }],
  ['Shift+U', { tipo: 'lettera', lettera: 'U' }],
  ['Ctrl+Alt+€', { tipo: 'lettera', lettera: '€' }],
] as const)('%s', (tasti, comando) => {
  expect(premi(tasti)).toEqual(comando);
});

test('keys that belong to the browser, to the shell or to the clipboard events are left alone', () => {
  for (const tasti of [
    'Tab',
    'Ctrl+c',
    'Ctrl+v',
    'Ctrl+x',
    'Ctrl+k',
    'Ctrl+r',
    '?',
    'F9',
    'F5',
    'Alt+f',
    'Dead',
    'Shift',
  ]) {
    expect(premi(tasti), tasti).toBeUndefined();
  }
});

test('the edges: Home and End of the month, Ctrl of the list; leftwards the first day comes before the guest', () => {
  expect(premi('Home')).toMatchObject({ tipo: 'vai', cella: { riga: 1, colonna: 1 } });
  expect(premi('End')).toMatchObject({ tipo: 'vai', cella: { riga: 1 } });
  expect(premi('Ctrl+Home')).toMatchObject({ cella: { riga: 0, colonna: 1 } });
  expect(premi('Ctrl+ArrowLeft', 9)).toMatchObject({ cella: { riga: 1, colonna: 1 } });
  expect(premi('Ctrl+ArrowLeft', 1)).toMatchObject({ cella: { riga: 1, colonna: 0 } });
});

test('on the guest’s name Enter and Space open the menu', () => {
  expect(premi('Enter', 0)).toEqual({ tipo: 'menu' });
  expect(premi('Spazio', 0)).toEqual({ tipo: 'menu' });
});
