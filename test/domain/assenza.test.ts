import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Assenza,
  assenzeDaiCodici,
  codificaAssenze,
  type QuadroAssenze,
  REGOLA_PREDEFINITA,
  trattoDi,
} from '../../domain/assenza.ts';
import { addGiorni, giornoToEpoch } from '../../domain/giorno.ts';
import { intervalloDi } from '../../domain/permanenza.ts';

const CODICI = new Set(['U', 'R', 'T', 'C', 'A']);
const INIZIO = '2026-03-01';
const quadro = (resto: Partial<QuadroAssenze> = {}): QuadroAssenze => ({
  permanenza: { dataIngresso: INIZIO, dataDimissione: null, esito: null },
  regola: () => REGOLA_PREDEFINITA,
  codici: CODICI,
  oggi: '2026-03-31',
  ...resto,
});
const fuori = (uscita: string, rientro: string | null, codice = 'U', id: string | null = 'a'): Assenza => ({
  ...{ id, codice, uscita: `2026-03-${uscita}`, rientro: rientro === null ? null : `2026-03-${rientro}` },
  confermata: true,
  regola: REGOLA_PREDEFINITA,
  daGriglia: id === null,
});

/** March as 31 letters, from assenze on a month of P. */
function marzo(assenze: readonly Assenza[], q = quadro(), prima = 'P'.repeat(31)): string {
  const giorni = codificaAssenze(leggi(prima), assenze, q, 'P');
  return Array.from({ length: 31 }, (_, i) => giorni.get(giornoToEpoch(INIZIO) + i) ?? '.').join('');
}
function leggi(codici: string): Map<number, string> {
  const primo = giornoToEpoch(INIZIO);
  return new Map([...codici].flatMap((codice, i) => (codice === '.' ? [] : [[primo + i, codice] as const])));
}
const dalla = (codici: string, assenze: readonly Assenza[], q = quadro()) =>
  assenzeDaiCodici(assenze, leggi(codici), q);

describe('from the assenze to the days (counting.md, worked examples)', () => {
  test('4: out 5/3, back 8/3 are three days', () => {
    expect(marzo([fuori('05', '08')])).toBe(`PPPPUUU${'P'.repeat(24)}`);
  });
  test('5: out and back on one day is none', () => {
    expect(marzo([fuori('05', '05')])).toBe('P'.repeat(31));
  });
  test('6: out 5/3, never back, dimissione 9/3: days away until the end of the stay', () => {
    const permanenza = { dataIngresso: INIZIO, dataDimissione: '2026-03-09', esito: null };
    expect(marzo([fuori('05', null)], quadro({ permanenza }), `PPPP${'.'.repeat(27)}`)).toBe(
      `PPPPUUUU${'.'.repeat(23)}`,
    );
  });
  test('who is out is out until today, and tomorrow nobody knows', () => {
    expect(marzo([fuori('29', null)], quadro({ oggi: '2026-03-30' }), `${'P'.repeat(28)}...`)).toBe(
      `${'P'.repeat(28)}UU.`,
    );
  });
  test('another payer: the day of leaving is a day of presence, the day of return is not', () => {
    const regola = { uscitaAssente: false, rientroAssente: true };
    expect(marzo([{ ...fuori('05', '08'), regola }])).toBe(`PPPPPUUU${'P'.repeat(23)}`);
  });
  test('shortened: the days are presente again', () => {
    expect(marzo([fuori('05', '06')], quadro(), `PPPPUUU${'P'.repeat(24)}`)).toBe(`PPPPU${'P'.repeat(26)}`);
  });
});

describe('from the days to the assenze', () => {
  test('painted where there was nothing: one assenza a run, out still if it reaches today', () => {
    expect(dalla(`PPUUPPRRPP${'P'.repeat(19)}AA`, [])).toEqual([
      fuori('03', '05', 'U', null),
      fuori('07', '09', 'R', null),
      fuori('30', null, 'A', null),
    ]);
  });
  test('painted longer, shorter, from another day: the same assenza, moved', () => {
    const prima = [fuori('05', '08')];
    expect(dalla(`PPPPUUUU${'P'.repeat(23)}`, prima)).toEqual([fuori('05', '09')]);
    expect(dalla(`PPPPUU${'P'.repeat(25)}`, prima)).toEqual([fuori('05', '07')]);
    expect(dalla(`PPPUUUU${'P'.repeat(24)}`, prima)).toEqual([fuori('04', '08')]);
    expect(dalla('P'.repeat(31), prima)).toEqual([]);
  });
  test('cut in two by a day of presence: the first keeps its id', () => {
    expect(dalla(`PPPPUPU${'P'.repeat(24)}`, [fuori('05', '08')])).toEqual([
      fuori('05', '06'),
      fuori('07', '08', 'U', null),
    ]);
  });
  test('the letter that cut it in two taken away again: one', () => {
    const tagliata = dalla(`PPPPUPU${'P'.repeat(24)}`, [fuori('05', '08')]);
    expect(dalla(`PPPPUUU${'P'.repeat(24)}`, tagliata)).toEqual([fuori('05', '08')]);
  });
  test('the stay ended before it began: gone; on the day of the dimissione: still a fact', () => {
    const finita = (dataDimissione: string) =>
      quadro({ permanenza: { dataIngresso: INIZIO, dataDimissione, esito: null } });
    expect(dalla(`PPPP${'.'.repeat(27)}`, [fuori('10', null)], finita('2026-03-05'))).toEqual([]);
    expect(dalla(`PPPP${'.'.repeat(27)}`, [fuori('05', null)], finita('2026-03-05'))).toEqual([fuori('05', null)]);
  });
  test('back today: who was out is back', () => {
    expect(dalla(`${'P'.repeat(27)}UUUP`, [fuori('28', null)])).toEqual([fuori('28', '31')]);
  });
  test('out again on the day of return: two assenze, and they stay two', () => {
    const due = [fuori('05', '07', 'U', 'a'), fuori('07', '09', 'U', 'b')];
    expect(dalla(`PPPPUUUU${'P'.repeat(23)}`, due)).toEqual(due);
  });
  test('out and back in the day has no letter in the grid and is not lost', () => {
    const giornata = fuori('05', '05');
    expect(dalla('P'.repeat(31), [giornata])).toEqual([giornata]);
  });
  test('from uscita to ricovero: the letter makes it another assenza', () => {
    expect(dalla(`PPPPRRU${'P'.repeat(24)}`, [fuori('05', '08')])).toEqual([
      fuori('05', '07', 'R', null),
      fuori('07', '08', 'U', 'a'),
    ]);
  });
});

describe('the grid and the assenze never disagree', () => {
  const LETTERE = ['P', 'S', '.', ...CODICI];
  const scenario = fc
    .record({
      giorni: fc.integer({ min: 1, max: 60 }),
      dimesso: fc.boolean(),
      oggi: fc.integer({ min: 0, max: 70 }),
      regole: fc.tuple(
        ...Array.from({ length: 2 }, () => fc.record({ uscitaAssente: fc.boolean(), rientroAssente: fc.boolean() })),
      ),
      cambiaRegola: fc.integer({ min: 0, max: 60 }),
      codici: fc.array(fc.constantFrom(...LETTERE), { minLength: 60, maxLength: 60 }),
      pennellate: fc.array(
        fc.record({ da: fc.nat(59), quanti: fc.integer({ min: 1, max: 10 }), lettera: fc.constantFrom(...LETTERE) }),
        { maxLength: 12 },
      ),
    })
    .map((s) => {
      const dataDimissione = s.dimesso ? addGiorni(INIZIO, s.giorni) : null;
      const q = quadro({
        permanenza: { dataIngresso: INIZIO, dataDimissione, esito: null },
        regola: (giorno) => s.regole[giorno < addGiorni(INIZIO, s.cambiaRegola) ? 0 : 1] ?? REGOLA_PREDEFINITA,
        oggi: addGiorni(INIZIO, s.oggi),
      });
      return { ...s, q };
    });

  const soloAssenze = (giorni: ReadonlyMap<number, string>) =>
    [...giorni].filter(([, codice]) => CODICI.has(codice)).toSorted(([a], [b]) => a - b);

  /** Only days of the stay have a code, and no absence is typed for a day that has not come. */
  function dentro(codici: readonly string[], { permanenza, oggi }: QuadroAssenze): Map<number, string> {
    const { inizio, fine } = intervalloDi(permanenza);
    const leggibili = leggi(codici.join(''));
    return new Map([...leggibili].filter(([g]) => g >= inizio && g < fine && g <= giornoToEpoch(oggi)));
  }

  test('whatever is painted, the assenze give back the same days, and again', () => {
    fc.assert(
      fc.property(scenario, ({ codici, pennellate, q }) => {
        const griglia = [...codici];
        let assenze = assenzeDaiCodici([], dentro(griglia, q), q);
        for (const { da, quanti, lettera } of pennellate) {
          for (let i = da; i < Math.min(60, da + quanti); i++) griglia[i] = lettera;
          const giorni = dentro(griglia, q);
          assenze = assenzeDaiCodici(assenze, giorni, q);
          expect(codificaAssenze(giorni, assenze, q, 'P')).toEqual(giorni);
          expect(assenzeDaiCodici(assenze, giorni, q)).toEqual(assenze);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('whatever is written as assenze, the days give back the same assenze', () => {
    fc.assert(
      fc.property(scenario, ({ codici, q }) => {
        const giorni = dentro(codici, q);
        const assenze = assenzeDaiCodici([], giorni, q).map((assenza, i) => ({ ...assenza, id: String(i) }));
        const scelte = assenze.filter((_, i) => i % 2 === 0);
        const dopo = codificaAssenze(giorni, scelte, q, 'P');
        const attesi = scelte.flatMap((assenza) => {
          const { inizio, fine } = trattoDi(assenza, q);
          return Array.from({ length: fine - inizio }, (_, i) => [inizio + i, assenza.codice]);
        });
        expect(soloAssenze(dopo)).toEqual(attesi);
        expect(assenzeDaiCodici(scelte, dopo, q)).toEqual(scelte);
      }),
      { numRuns: 400 },
    );
  });
});
