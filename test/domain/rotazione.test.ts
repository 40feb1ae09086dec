import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addGiorni, meseDi } from '../../domain/giorno.ts';
import { type CopiaPresente, copieDaTogliere, MOTIVI_COPIA, REGOLA_ROTAZIONE } from '../../domain/rotazione.ts';

/** One copy a day, in the order of the days, for so many days. */
function unaAlGiorno(quante: number, dal = '2025-01-01'): CopiaPresente[] {
  return Array.from({ length: quante }, (_, n) => ({
    ...{ nome: `c${n}`, giorno: addGiorni(dal, n), ordine: n + 1, motivo: 'giorno' as const },
    ...{ verificata: true, propria: true },
  }));
}

const copie = fc
  .array(
    fc.record({
      giorno: fc.nat(900).map((n) => addGiorni('2024-01-01', n)),
      motivo: fc.constantFrom(...MOTIVI_COPIA),
      verificata: fc.boolean(),
      propria: fc.boolean(),
    }),
    { maxLength: 120 },
  )
  .map((list): CopiaPresente[] => list.map((copia, n) => ({ ...copia, nome: `c${n}`, ordine: n + 1 })));

/** Makes a copy a day and rotates after each, as the program does. */
function vivi(giorni: readonly string[]): CopiaPresente[] {
  let qui: CopiaPresente[] = [];
  for (const [n, giorno] of giorni.entries()) {
    qui.push({ nome: `c${n}`, giorno, ordine: n + 1, motivo: 'giorno', verificata: true, propria: true });
    const tolte = new Set(copieDaTogliere(qui));
    qui = qui.filter((copia) => !tolte.has(copia.nome));
  }
  return qui;
}

describe('the copies kept', () => {
  test('a year of days leaves the last week, the last weeks, the last months', () => {
    const restano = vivi(unaAlGiorno(365).map((copia) => copia.giorno)).map((copia) => copia.giorno);
    expect(restano).toEqual([
      ...['2025-01-31', '2025-02-28', '2025-03-31', '2025-04-30', '2025-05-31', '2025-06-30'],
      ...['2025-07-31', '2025-08-31', '2025-09-30', '2025-10-31', '2025-11-30'],
      // Sundays of the last four weeks, then the last seven days
      ...['2025-12-14', '2025-12-21'],
      ...['2025-12-25', '2025-12-26', '2025-12-27', '2025-12-28', '2025-12-29', '2025-12-30', '2025-12-31'],
    ]);
  });

  test('of one day the last one, and the three made before an import or asked for', () => {
    const giorno = '2025-03-03';
    const tutte = MOTIVI_COPIA.flatMap((motivo) => [motivo, motivo, motivo, motivo, motivo]).map((motivo, n) => ({
      ...{ nome: `c${n}`, giorno, ordine: n + 1, motivo, verificata: true, propria: true },
    }));
    const tolte = new Set(copieDaTogliere(tutte));
    expect(tutte.filter((copia) => !tolte.has(copia.nome)).map((copia) => copia.nome)).toEqual([
      ...['c12', 'c13', 'c14'],
      ...['c17', 'c18', 'c19'],
    ]);
  });

  test('never one of another store, never one that is not verified, never the last verified', () => {
    fc.assert(
      fc.property(copie, (qui) => {
        const tolte = new Set(copieDaTogliere(qui));
        for (const copia of qui) if (!copia.propria || !copia.verificata) expect(tolte.has(copia.nome)).toBe(false);
        const ultima = qui.findLast((copia) => copia.propria && copia.verificata);
        if (ultima) expect(tolte.has(ultima.nome)).toBe(false);
      }),
    );
  });

  test('the same copies in any order give the same answer, and taking them away leaves nothing more to take', () => {
    fc.assert(
      fc.property(copie, fc.infiniteStream(fc.double({ noNaN: true })), (qui, caso) => {
        const tolte = copieDaTogliere(qui);
        const mischiate = qui.map((copia) => ({ copia, posto: caso.next().value }));
        mischiate.sort((a, b) => a.posto - b.posto);
        expect(copieDaTogliere(mischiate.map(({ copia }) => copia)).toSorted()).toEqual(tolte.toSorted());
        expect(copieDaTogliere(qui.filter((copia) => !tolte.includes(copia.nome)))).toEqual([]);
      }),
    );
  });

  test('never more than the rule says, and every one of the last days is there', () => {
    fc.assert(
      fc.property(copie, (qui) => {
        const buone = qui.filter((copia) => copia.propria && copia.verificata);
        const tolte = new Set(copieDaTogliere(qui));
        const restano = buone.filter((copia) => !tolte.has(copia.nome));
        const { giorni, settimane, mesi, importazioni, chieste } = REGOLA_ROTAZIONE;
        expect(restano.length).toBeLessThanOrEqual(giorni + settimane + mesi + importazioni + chieste);
        const ultimi = [...new Set(buone.toReversed().map((copia) => copia.giorno))].slice(0, giorni);
        for (const giorno of ultimi) expect(restano.some((copia) => copia.giorno === giorno)).toBe(true);
        const mesiUltimi = [...new Set(buone.toReversed().map((copia) => meseDi(copia.giorno)))].slice(0, mesi);
        for (const mese of mesiUltimi) expect(restano.some((copia) => meseDi(copia.giorno) === mese)).toBe(true);
      }),
    );
  });

  test('a clock turned back: the copy made last stays, and so does the one of the day that was wrong', () => {
    const giorni = unaAlGiorno(30, '2025-03-01').map((copia) => copia.giorno);
    const restano = vivi([...giorni, '2030-01-01', '2025-03-31', '2020-01-01', '2020-01-01']);
    expect(restano.at(-1)).toMatchObject({ giorno: '2020-01-01', ordine: 34 });
    expect(restano.map((copia) => copia.giorno)).toContain('2030-01-01');
    expect(restano.map((copia) => copia.giorno)).toContain('2025-03-31');
  });
});
