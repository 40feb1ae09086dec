import { describe, expect, test } from 'vitest';
import { closeMese } from '../../../electron/services/mese.ts';
import { getOggi } from '../../../electron/services/oggi.ts';
import { getScheda } from '../../../electron/services/scheda-ingresso.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

describe('what is missing is one list', () => {
  test('Oggi and the scheda lack the same things, the privacy date too', () => {
    const ctx = comunitaDiProva();
    const { ingressoId } = ospiteDiProva(ctx);
    const { manca } = getScheda(ctx, { ingressoId });
    expect(manca).toContain('data dell’informativa privacy');
    expect(getOggi(ctx, { struttura: 'CASA00' }).schede.find((s) => s.ingressoId === ingressoId)?.manca).toEqual(manca);
  });
});

describe('on the first of the month', () => {
  test('the month before is still looked at, until it is closed', () => {
    const ctx = { ...comunitaDiProva(), oggi: () => '2025-04-01' };
    expect(getOggi(ctx, { struttura: 'CASA00' }).mesi).toEqual(['2025-03', '2025-04']);
    closeMese(ctx, { struttura: 'CASA00', mese: '2025-03', conMancanti: true });
    expect(getOggi(ctx, { struttura: 'CASA00' }).mesi).toEqual(['2025-04']);
  });
});
