import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colonneDi, type NomeFoglio } from '../../../electron/foglio/foglio-tabelle.ts';
import { exportFoglio, importFoglio } from '../../../electron/services/foglio.ts';
import { reportBilancio } from '../../../electron/services/report.ts';
import type { FileDato } from './cartella.ts';
import { type Cartella, importa, type RigaScritta, registroVuoto, ritratto, senzaErrori, somma } from './cartella.ts';
import { cartellaBuona, senza, trascinate } from './cartella-casuale.ts';
import { cellaBuona } from './cartella-riga.ts';

const ANNO = { dal: '2024-11-01', al: '2025-10-31' };

/** Rows of sheets that are not empty: an empty list has no titles and so no file. */
function piena(cartella: Cartella): Cartella {
  return Object.fromEntries(Object.entries(cartella).filter(([, righe]) => (righe ?? []).length > 0));
}

describe('any good workbook', { timeout: 180_000 }, () => {
  test('goes in whole, and a second time changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(cartellaBuona, async (cartella) => {
        const ctx = registroVuoto();
        const esito = await importa(ctx, piena(cartella));
        senzaErrori(esito);
        const righe = Object.values(cartella).reduce((n, tutte) => n + (tutte ?? []).length, 0);
        const vuote = (cartella['presenze'] ?? []).filter((riga) => codici(riga) === '').length;
        expect(somma(esito.inseriti)).toBe(righe - vuote);
        const prima = ritratto(ctx.store);
        const ancora = await importa(ctx, piena(cartella));
        expect([somma(ancora.inseriti), somma(ancora.aggiornati), somma(ancora.scartati)]).toEqual([0, 0, 0]);
        expect(ritratto(ctx.store)).toEqual(prima);
      }),
      { numRuns: 12 },
    );
  });

  test('with one cell spoiled loses that row and those that refer to it, and nothing else', async () => {
    const guasto = fc.record({ dove: fc.nat(), riga: fc.nat(), colonna: fc.nat(), come: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(cartellaBuona, guasto, async (cartella, { dove, riga, colonna, come }) => {
        const fogli = Object.keys(piena(cartella)) as NomeFoglio[];
        const foglio = fogli[dove % fogli.length] ?? 'strutture';
        const righe = cartella[foglio] ?? [];
        const indice = riga % righe.length;
        const titoli = colonneDi(foglio).map(([nome]) => nome);
        const titolo = titoli[colonna % titoli.length] ?? '';
        const perse = trascinate(cartella, foglio, indice);
        const guastata = righe.map((r, i) => (i === indice ? { ...r, [titolo]: guasta(foglio, titolo, come) } : r));
        const ctx = registroVuoto();
        const esito = await importa(ctx, piena({ ...cartella, [foglio]: guastata }));
        expect(new Set(esito.errori.map((e) => `${e.foglio} ${e.riga}`))).toEqual(perse);
        expect(somma(esito.scartati)).toBe(perse.size);
        expect(esito.errori[0]?.messaggio).toMatch(/[.)]$/);
        const atteso = registroVuoto();
        senzaErrori(await importa(atteso, piena(senza(cartella, perse))));
        expect(ritratto(ctx.store)).toEqual(ritratto(atteso.store));
      }),
      { numRuns: 20 },
    );
  });

  test('imported and then corrected is the corrected one imported at once', async () => {
    await fc.assert(
      fc.asyncProperty(cartellaBuona, fc.infiniteStream(fc.nat({ max: 0x3fffffff })), async (intera, corrente) => {
        // days that change would be told against by the assenze of the sheet (foglio-assenze.test.ts)
        const { assenze: _, regole_assenza: __, ...cartella } = intera;
        const sorte = (quanti: number) => Number(corrente.next().value) % quanti;
        const corretta = Object.fromEntries(
          Object.entries(cartella).map(([foglio, righe]) => [
            foglio,
            (righe ?? []).map((r) => ritocca(foglio as NomeFoglio, r, sorte)),
          ]),
        );
        const ctx = registroVuoto();
        senzaErrori(await importa(ctx, piena(cartella)));
        senzaErrori(await importa(ctx, piena(corretta)));
        const atteso = registroVuoto();
        senzaErrori(await importa(atteso, piena(corretta)));
        expect(ritratto(ctx.store)).toEqual(ritratto(atteso.store));
      }),
      { numRuns: 12 },
    );
  });

  test.each(['csv', 'xlsx'] as const)(
    'exported as %s and imported elsewhere gives the same register and figures',
    async (formato) => {
      await fc.assert(
        fc.asyncProperty(cartellaBuona, async (cartella) => {
          const ctx = registroVuoto();
          await importa(ctx, piena(cartella));
          const file = (await exportFoglio(ctx, formato)) as FileDato[];
          const altrove = registroVuoto();
          senzaErrori(await importFoglio(altrove, { file }));
          expect(ritratto(altrove.store)).toEqual(ritratto(ctx.store));
          expect(reportBilancio(altrove, ANNO)).toEqual(reportBilancio(ctx, ANNO));
          const ancora = await importFoglio(ctx, { file });
          expect([somma(ancora.inseriti), somma(ancora.aggiornati), somma(ancora.scartati)]).toEqual([0, 0, 0]);
        }),
        { numRuns: 8 },
      );
    },
  );
});

function codici(riga: RigaScritta): string {
  return Array.from({ length: 31 }, (_, i) => riga[`g${i + 1}`] ?? '').join('');
}

/** Something the column does not take. */
function guasta(foglio: NomeFoglio, titolo: string, come: boolean): string {
  const colonna = colonneDi(foglio).find(([nome]) => nome === titolo)?.[1];
  if (come || !colonna) return '#REF!';
  if (colonna.obbligatoria) return '';
  switch (colonna.genere.tipo) {
    case 'giorno':
      return '2025-02-30';
    case 'riferimento':
      return 'non c’è';
    case 'testo':
      return 'x'.repeat(colonna.genere.max + 1);
    case 'codiceFiscale':
      return 'x'.repeat(99);
    case 'codice':
      return 'x'.repeat(41);
    case 'comunicazioni':
      return 'x=2025-02-30';
    default:
      return 'zzz';
  }
}

/** They say what the row is, stay as they were signed, or exclude each other. */
const FERME = new Set(['esito', 'foglio', 'riservato', 'durata_massima_mesi', 'durata_massima_giorni']);

/** Cells that can change without touching who, where and when. */
function ritocca(foglio: NomeFoglio, riga: RigaScritta, sorte: (quanti: number) => number): RigaScritta {
  const libere = new Set(['lista', 'valori', 'siNo', 'siNoTesto', 'intero', 'numero', 'paese']);
  const colonne = colonneDi(foglio).filter(
    ([nome, { genere }]) => libere.has(genere.tipo) && !FERME.has(nome) && foglio !== 'diario',
  );
  const nuove = colonne.filter(() => sorte(3) === 0).map(([nome]) => [nome, cellaBuona(foglio, nome, sorte)]);
  const giorni = Object.keys(riga).filter((nome) => /^g\d+$/.test(nome) && riga[nome] !== '' && sorte(4) === 0);
  return {
    ...riga,
    ...Object.fromEntries(nuove),
    ...Object.fromEntries(giorni.map((nome) => [nome, sorte(2) === 0 ? 'R' : ''])),
  };
}
