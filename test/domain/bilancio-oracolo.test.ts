import { expect, test } from 'vitest';
import { computeBilancio } from '../../domain/bilancio.ts';
import { leggiCampione, leggiOracolo, soloChiaviDi } from './campione.ts';

const PERIODO = { dal: '2025-01-01', al: '2025-12-31' };

test('the sample workbook gives every figure of its oracle', () => {
  const oracolo = leggiOracolo();
  const bilancio = JSON.parse(JSON.stringify(computeBilancio(PERIODO, leggiCampione())));
  expect(soloChiaviDi(oracolo, bilancio)).toEqual(oracolo);
});
