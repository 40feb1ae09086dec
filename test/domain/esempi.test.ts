import { describe, expect, test } from 'vitest';
import { trattiDi } from '../../domain/assegnazione.ts';
import { computeBilancio, type DatiBilancio, type PermanenzaContata } from '../../domain/bilancio.ts';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import type { Esito } from '../../domain/esito.ts';
import { computeGiornate } from '../../domain/giornate.ts';
import { addGiorni, type Giorno, meseDi, mesiDelPeriodo, type Periodo } from '../../domain/giorno.ts';
import { isGiornoDiPermanenza } from '../../domain/permanenza.ts';
import { MESE_VUOTO, setCodice } from '../../domain/presenza.ts';
import { PROFILO_VUOTO } from '../../domain/profilo.ts';

/** The worked examples of counting.md, one test each, through the same functions that make the reports. */

interface Caso {
  ingresso: Giorno;
  dimissione?: Giorno;
  esito?: Esito;
  struttura?: string;
  /** out on the first day, back on the second (never, when absent): U on every day in between, first included */
  fuori?: [Giorno, Giorno?];
  cambi?: [Giorno, string][];
}

const STRUTTURE = ['A', 'B'].map((id) => ({ id, codice: id, nome: id, tipo: 'CT' }));
const MODULI = STRUTTURE.flatMap((s) =>
  ['TR', 'ALC'].map((t) => ({
    id: `${s.id}-${t}`,
    strutturaId: s.id,
    codice: `${s.id}-${t}`,
    nome: t,
    tipologia: t,
    conta: 'adulti',
  })),
);

function permanenza(c: Caso, i: number): PermanenzaContata {
  const strutturaId = c.struttura ?? 'A';
  return {
    id: `i${i}`,
    ospiteId: 'o',
    personaId: 'o',
    strutturaId,
    utenza: 'DUS',
    entePagante: null,
    sesso: 'F',
    dataNascita: '1985-03-01',
    dataIngresso: c.ingresso,
    dataDimissione: c.dimissione ?? null,
    esito: c.esito ?? (c.dimissione ? 'concluso' : null),
    assegnazioni: [
      { dal: c.ingresso, moduloId: `${strutturaId}-TR` },
      ...(c.cambi ?? []).map(([dal, m]) => ({ dal, moduloId: `${strutturaId}-${m}` })),
    ],
    profilo: PROFILO_VUOTO,
  };
}

/** What an operator records: P on each day of stay, U while out. */
function registra(p: PermanenzaContata, c: Caso, periodo: Periodo) {
  const mesi = new Map(mesiDelPeriodo(periodo).map((m) => [m, MESE_VUOTO]));
  for (let g = periodo.dal; g <= periodo.al; g = addGiorni(g, 1)) {
    if (!isGiornoDiPermanenza(p, g)) continue;
    const fuori = c.fuori !== undefined && g >= c.fuori[0] && (c.fuori[1] === undefined || g < c.fuori[1]);
    mesi.set(meseDi(g), setCodice(mesi.get(meseDi(g)) ?? MESE_VUOTO, g, fuori ? 'U' : 'P'));
  }
  return [...mesi].map(([mese, codici]) => ({ ingressoId: p.id, mese, codici }));
}

function datiDi(casi: Caso[], periodo: Periodo): DatiBilancio {
  const permanenze = casi.map(permanenza);
  return {
    strutture: STRUTTURE,
    moduli: MODULI,
    posti: [],
    permanenze,
    presenze: permanenze.flatMap((p, i) => registra(p, casi[i] ?? { ingresso: '' }, periodo)),
    codici: CODICI_PREDEFINITI,
    incontri: [],
    visite: [],
    attivita: [],
  };
}

/** Days that count as presente; as pagata they must be the same. */
function giornate(casi: Caso[], periodo: Periodo): number {
  const { totale } = computeGiornate(periodo, datiDi(casi, periodo));
  expect(totale.giornatePagate).toBe(totale.giornatePresenza);
  expect(totale.giorniMancanti).toBe(0);
  const comunita = computeBilancio(periodo, datiDi(casi, periodo)).comunita;
  expect(comunita.reduce((n, c) => n + c.giornatePresenza, 0)).toBe(totale.giornatePresenza);
  return totale.giornatePresenza;
}

const MARZO = { dal: '2026-03-01', al: '2026-03-31' };

describe('worked examples of counting.md', () => {
  test('1: ingresso 1/3, dimissione 31/3, always P: 30', () => {
    expect(giornate([{ ingresso: '2026-03-01', dimissione: '2026-03-31' }], MARZO)).toBe(30);
  });

  test('2: ingresso 10/3, dimissione 10/3: 1', () => {
    expect(giornate([{ ingresso: '2026-03-10', dimissione: '2026-03-10' }], MARZO)).toBe(1);
  });

  test('3: ingresso 1/3, decesso 20/3: 19', () => {
    const caso: Caso = { ingresso: '2026-03-01', dimissione: '2026-03-20', esito: 'ragioni_sanitarie' };
    expect(giornate([caso], MARZO)).toBe(19);
  });

  test('4: whole March, out 5/3, back 8/3: 28', () => {
    const casi: Caso[] = [{ ingresso: '2026-01-01', fuori: ['2026-03-05', '2026-03-08'] }];
    expect(giornate(casi, MARZO)).toBe(28);
    expect(computeGiornate(MARZO, datiDi(casi, MARZO)).totale).toMatchObject({
      perCodice: { P: 28, U: 3 },
      giornateOccupate: 31,
    });
  });

  test('5: out and back on 5/3: 31', () => {
    expect(giornate([{ ingresso: '2026-01-01', fuori: ['2026-03-05', '2026-03-05'] }], MARZO)).toBe(31);
  });

  test('6: out 5/3, never back, dimissione 9/3: 4', () => {
    expect(giornate([{ ingresso: '2026-03-01', fuori: ['2026-03-05'], dimissione: '2026-03-09' }], MARZO)).toBe(4);
  });

  test('7: whole March, from TR to ALC on 15/3 in the same struttura: TR 14, ALC 17', () => {
    const casi: Caso[] = [{ ingresso: '2026-01-01', cambi: [['2026-03-15', 'ALC']] }];
    expect(giornate(casi, MARZO)).toBe(31);
    const righe = computeGiornate(MARZO, datiDi(casi, MARZO), 'modulo').righe;
    const perModulo = Object.fromEntries(righe.map((r) => [r.chiave, r]));
    expect(perModulo['A-TR']).toMatchObject({
      giornatePresenza: 14,
      presentiInizio: 1,
      usciteVersoModulo: 1,
      presentiFine: 0,
    });
    expect(perModulo['A-ALC']).toMatchObject({
      giornatePresenza: 17,
      entrateDaModulo: 1,
      ingressi: 0,
      presentiFine: 1,
    });
    expect(computeGiornate(MARZO, datiDi(casi, MARZO)).totale).toMatchObject({ trattati: 1, dimessi: 0 });
  });

  test('8: out 28/2/2026, back 2/3/2026: February 27, March 30', () => {
    const casi: Caso[] = [{ ingresso: '2026-01-01', fuori: ['2026-02-28', '2026-03-02'] }];
    expect(giornate(casi, { dal: '2026-02-01', al: '2026-02-28' })).toBe(27);
    expect(giornate(casi, MARZO)).toBe(30);
  });

  test('9: ingresso 29/2/2028, dimissione 1/3/2028: 1', () => {
    const casi: Caso[] = [{ ingresso: '2028-02-29', dimissione: '2028-03-01' }];
    expect(giornate(casi, { dal: '2028-02-01', al: '2028-02-29' })).toBe(1);
    expect(giornate(casi, { dal: '2028-03-01', al: '2028-03-31' })).toBe(0);
  });

  test('10: ingresso 31/12, dimissione 2/1: December 1, January 1', () => {
    const casi: Caso[] = [{ ingresso: '2025-12-31', dimissione: '2026-01-02' }];
    expect(giornate(casi, { dal: '2025-12-01', al: '2025-12-31' })).toBe(1);
    expect(giornate(casi, { dal: '2026-01-01', al: '2026-01-31' })).toBe(1);
  });

  test('11: ingresso and transfer to another struttura on the same day: 1, in the receiving struttura only', () => {
    const casi: Caso[] = [
      { ingresso: '2026-03-10', dimissione: '2026-03-10', esito: 'trasferimento_interno', struttura: 'A' },
      { ingresso: '2026-03-10', dimissione: '2026-03-11', struttura: 'B' },
    ];
    expect(giornate(casi, MARZO)).toBe(1);
    const [a, b] = computeBilancio(MARZO, datiDi(casi, MARZO)).comunita;
    expect(a).toMatchObject({ ingressi: 1, dimessi: 1, presentiFine: 0, giornatePresenza: 0, giornateOccupate: 0 });
    expect(b).toMatchObject({ ingressi: 1, dimessi: 1, presentiFine: 0, giornatePresenza: 1, giornateOccupate: 1 });
    expect(trattiDi(permanenza(casi[0] ?? { ingresso: '' }, 0), [])).toHaveLength(1);
  });
});
