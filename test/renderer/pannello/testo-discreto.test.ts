import { describe, expect, test } from 'vitest';
import { nascondiNome, nascondiNomi } from '../../../renderer/pannello/testo-discreto.ts';

describe('schermo discreto inside the sentences of the host', () => {
  test.each([
    ['SERIOLI Giulia: gio 20 mar senza codice', 'S. G.: gio 20 mar senza codice'],
    ['DE LUCA Maria Grazia: 9 giorni; D’AMICO Pia: 2 giorni', 'D. M.: 9 giorni; D. P.: 2 giorni'],
    ['2 presenze cambiate (GATTI Omar, ROSSI Anna)', '2 presenze cambiate (G. O., R. A.)'],
    ['Manca il pacco numero 5, che viene prima di questo', 'Manca il pacco numero 5, che viene prima di questo'],
    [
      'Alcol e polidipendenti, mer 1 ott: 5 posti occupati su 3',
      'Alcol e polidipendenti, mer 1 ott: 5 posti occupati su 3',
    ],
  ])('%s', (frase, nascosta) => {
    expect(nascondiNomi(frase)).toBe(nascosta);
  });

  test('a whole name, however written', () => {
    expect(nascondiNome('DE LUCA Maria')).toBe('D. L. M.');
    expect(nascondiNome('rossi anna')).toBe('R. A.');
  });
});
