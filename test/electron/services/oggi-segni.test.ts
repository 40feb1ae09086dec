import { expect, test } from 'vitest';
import { getOggi, getSegni } from '../../../electron/services/oggi.ts';
import { registerPresenze } from '../../../electron/services/presenza.ts';
import { comunitaDiProva } from '../../aiuti/contesto.ts';
import { ospiteDiProva } from '../../aiuti/ospite.ts';

test('the marks of the navigation are the figures of Oggi', () => {
  const ctx = comunitaDiProva();
  const struttura = 'CASA00';
  const { ingressoId } = ospiteDiProva(ctx, { dataIngresso: '2025-03-30' });
  ospiteDiProva(ctx, { cognome: 'Altri', dataIngresso: '2025-04-01' });
  const contati = () => getOggi(ctx, { struttura }).mancanti.flatMap(({ giorni }) => giorni).length;
  expect(getSegni(ctx, { struttura })).toEqual({ ritardi: 0, giorniMancanti: 6 });
  expect(contati()).toBe(6);
  const cambi = [{ ingressoId, giorno: '2025-03-31', codice: 'P' }];
  registerPresenze(ctx, { struttura, mese: '2025-03', gesto: 'cella', cambi });
  expect(getSegni(ctx, { struttura }).giorniMancanti).toBe(contati());
  expect(contati()).toBe(5);
});
