import { describe, expect, test } from 'vitest';
import { computeBilancio } from '../../domain/bilancio.ts';
import { computeGiornate } from '../../domain/giornate.ts';
import { leggiCampione, leggiOracolo, soloChiaviDi } from './campione.ts';

const PERIODO = { dal: '2025-01-01', al: '2025-12-31' };

/** The lists keyed by a value, where an added key would be a wrong figure and not an added one. */
function chiaviPerValore(b: ReturnType<typeof computeBilancio>): string[][] {
  const comunita = b.comunita.flatMap((c) => [c.incontri, c.visite, c.attivita, c.mesi]);
  return [...comunita, ...Object.values(b.cooperativa.profilo)].map((voci) => Object.keys(voci).sort());
}

describe('the sample workbook', () => {
  test('gives every figure of its oracle', () => {
    const oracolo = leggiOracolo();
    const bilancio = JSON.parse(JSON.stringify(computeBilancio(PERIODO, leggiCampione())));
    expect(soloChiaviDi(oracolo, bilancio)).toEqual(oracolo);
    expect(chiaviPerValore(bilancio)).toEqual(chiaviPerValore(oracolo as ReturnType<typeof computeBilancio>));
    expect(bilancio.cooperativa.persone.T).toBe(0);
    expect(bilancio.comunita.map((c: { minori: unknown }) => c.minori)).toEqual([null, null, null]);
  });

  test('has nothing outside cooperativa, and the giornate agree with the bilancio', () => {
    const campione = leggiCampione();
    const bilancio = computeBilancio(PERIODO, campione);
    for (const altro of Object.values(bilancio.altri))
      expect(altro).toMatchObject({ trattati: 0, giorniDiPermanenza: 0 });
    const giornate = computeGiornate(PERIODO, campione);
    expect(giornate.totale.giornatePresenza).toBe(bilancio.cooperativa.giornatePresenza);
    expect(giornate.righe.map((r) => r.saturazioneAccreditati)).toEqual(
      bilancio.comunita.map((c) => c.saturazioneAccreditati),
    );
  });
});
