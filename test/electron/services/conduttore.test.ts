import { expect, test } from 'vitest';
import { loadDatiBilancio } from '../../../db/reads/report.ts';
import { listUsatiAgenda } from '../../../electron/services/agenda.ts';
import { getAttivita, registerAttivita, saveAttivita } from '../../../electron/services/attivita.ts';
import { listGruppi, registerGruppo, saveGruppo } from '../../../electron/services/gruppo.ts';
import { saveOperatore } from '../../../electron/services/operatore.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';

const ATTIVITA = { struttura: 'CASA00', data: '2025-04-01', area: 'gruppo', gruppoId: null, stato: 'fatto' } as const;

test('who leads an activity: the number follows from the names, and stays as typed where there are none', () => {
  const ctx = comunitaDiProva();
  const { id } = registerAttivita(ctx, { ...ATTIVITA, ospiti: [], operatori: 3, volontari: 1 });
  const letta = () => getAttivita(ctx, { id });
  expect(letta()).toMatchObject({ operatori: 3, volontari: 1, nomiOperatori: null, nomiVolontari: null });
  saveAttivita(ctx, { id, prima: { nomiOperatori: null }, dopo: { nomiOperatori: 'ZANI Ugo, BELLI Rosa' } });
  expect(letta()).toMatchObject({ operatori: 2, volontari: 1, nomiOperatori: 'ZANI Ugo, BELLI Rosa' });
  // a number typed over names that are there does not win
  saveAttivita(ctx, { id, prima: { operatori: 2 }, dopo: { operatori: 9 } });
  expect(letta().operatori).toBe(2);
  saveAttivita(ctx, {
    id,
    prima: { nomiOperatori: 'ZANI Ugo, BELLI Rosa' },
    dopo: { nomiOperatori: null, operatori: 4 },
  });
  expect(letta()).toMatchObject({ operatori: 4, nomiOperatori: null });
  // counted as before: one activity
  const aprile = { dal: '2025-04-01', al: '2025-04-30' };
  expect(loadDatiBilancio(ctx.store, aprile).attivita).toMatchObject([{ area: 'gruppo', n: 1 }]);
});

test('a group hands its names on, and the staff of today are offered', () => {
  const ctx = comunitaDiProva();
  const persona = { struttura: 'CASA00', dal: '2020-01-01' };
  saveOperatore(ctx, { ...persona, nome: 'ZANI Ugo', qualifica: 'educatore' });
  saveOperatore(ctx, { ...persona, nome: 'BELLI Rosa', qualifica: 'Volontaria' });
  saveOperatore(ctx, { ...persona, nome: 'NERI Ada', al: '2024-12-31' });
  expect(listUsatiAgenda(ctx, { struttura: 'CASA00' })).toMatchObject({
    operatori: ['BELLI Rosa', 'ZANI Ugo'],
    volontari: ['BELLI Rosa'],
  });
  const { id } = registerGruppo(ctx, {
    ...{ struttura: 'CASA00', titolo: 'Mattino', area: 'gruppo', giornoSettimana: 2, ora: null, ore: 1 },
    ...{ operatori: null, volontari: null, nomiOperatori: 'ZANI Ugo', dal: '2025-01-01', al: null },
  });
  expect(listGruppi(ctx, { struttura: 'CASA00' })).toMatchObject([
    { operatori: 1, volontari: null, nomiOperatori: 'ZANI Ugo' },
  ]);
  saveGruppo(ctx, { id, prima: { nomiVolontari: null }, dopo: { nomiVolontari: 'BELLI Rosa, CONTI Ivo' } });
  expect(listGruppi(ctx, { struttura: 'CASA00' })).toMatchObject([{ operatori: 1, volontari: 2 }]);
});
