import { describe, expect, test } from 'vitest';
import {
  chiudibile,
  contoTorna,
  type Pacco,
  pacchiInOrdine,
  paccoDellaRevisione,
} from '../../../renderer/mese/mese-stato.ts';
import { bilancio, IN_ORDINE, MANCANTI, voce } from './mese-di-prova.ts';

const OGGI = '2025-04-02';

describe('whether a month can be closed', () => {
  test('at once when nothing blocks; remarks do not', () => {
    expect(chiudibile([IN_ORDINE, voce('scheda_incompleta', 'avviso', [{ testo: 'a' }])], '2025-03', OGGI)).toEqual({
      tipo: 'subito',
    });
  });

  test('only days without a code ask for a confirmation, with how many', () => {
    expect(chiudibile([MANCANTI, IN_ORDINE], '2025-03', OGGI)).toEqual({ tipo: 'conferma', mancanti: 2 });
  });

  test('anything else that blocks cannot be confirmed away', () => {
    const altre = [MANCANTI, voce('quadratura', 'blocca', [{ testo: 'non torna' }])];
    expect(chiudibile(altre, '2025-03', OGGI)).toEqual({ tipo: 'impedito', quanti: 1 });
  });

  test('a month not begun is not closed; the running one may be', () => {
    expect(chiudibile([], '2025-05', OGGI)).toEqual({ tipo: 'futuro' });
    expect(chiudibile([], '2025-04', OGGI)).toEqual({ tipo: 'subito' });
  });
});

test('the balance holds within the month and against the month before', () => {
  expect(contoTorna(bilancio('2025-03'), bilancio('2025-02'))).toBe(true);
  expect(contoTorna(bilancio('2025-03', { presentiFine: 21 }), bilancio('2025-02'))).toBe(false);
  expect(contoTorna(bilancio('2025-03'), bilancio('2025-02', { presentiFine: 19 }))).toBe(false);
});

test('the parcel of a revision, and parcels newest first', () => {
  const pacco = (mese: string, revisione: number, verso: Pacco['verso'] = 'inviato') =>
    ({ id: `${mese} ${revisione} ${verso}`, verso, mese, revisione }) as Pacco;
  const pacchi = [pacco('2025-01', 1), pacco('2025-03', 1), pacco('2025-03', 2), pacco('2025-03', 3, 'ricevuto')];
  expect(paccoDellaRevisione(pacchi, '2025-03', 2)?.id).toBe('2025-03 2 inviato');
  expect(paccoDellaRevisione(pacchi, '2025-03', 3)).toBeUndefined();
  expect(pacchiInOrdine(pacchi).map((p) => `${p.mese} ${p.revisione}`)).toEqual([
    '2025-03 2',
    '2025-03 1',
    '2025-01 1',
  ]);
});
