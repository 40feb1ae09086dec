import { Workbook } from '@cj-tech-master/excelts';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import { giorniDelMese, giornoDelMese, type Mese } from '../../domain/giorno.ts';
import { LettoreCodici } from '../../electron/foglio/foglio-codici.ts';
import { Esito } from '../../electron/foglio/foglio-esito.ts';
import { readFogli } from '../../electron/foglio/foglio-read.ts';
import type { Contesto } from '../../electron/services/contesto.ts';
import { importFoglio } from '../../electron/services/foglio.ts';
import type { Cartella, Riga } from '../demo/inventa.ts';
import { soloStruttura } from '../demo/scrivi-cartella.ts';
import { OGGI } from './dati.ts';
import { cronometra } from './giri.ts';
import type { Consegna } from './pacchi.ts';

/** One workbook for each struttura and month, with the same rows as the parcel of that month. */
export async function makeFogli({ cartella, mesi }: Consegna): Promise<Uint8Array[]> {
  const fogli: Uint8Array[] = [];
  for (const { codice = '' } of cartella.strutture) {
    const sua = soloStruttura(cartella, codice);
    for (const mese of mesi) fogli.push(await writeFoglio(soloMese(sua, mese)));
  }
  return fogli;
}

/** The office's month: whoever is there in it, its presenze and its facts. */
function soloMese(cartella: Cartella, mese: Mese): Cartella {
  const [dal, al] = [giornoDelMese(mese, 1), giornoDelMese(mese, giorniDelMese(mese))];
  const ingressi = cartella.ingressi.filter(
    (riga) => (riga['data_ingresso'] ?? '') <= al && (!riga['data_dimissione'] || riga['data_dimissione'] >= dal),
  );
  const ospiti = new Set(ingressi.map((riga) => riga['ospite']));
  const delMese = (riga: Riga) => riga['data']?.startsWith(mese) ?? false;
  return {
    ...cartella,
    ospiti: cartella.ospiti.filter((riga) => ospiti.has(riga['id'])),
    ingressi,
    presenze: cartella.presenze.filter((riga) => riga['mese'] === mese),
    visite: cartella.visite.filter(delMese),
    incontri: cartella.incontri.filter(delMese),
    attivita: cartella.attivita.filter(delMese),
  };
}

async function writeFoglio(cartella: Cartella): Promise<Uint8Array> {
  const workbook = new Workbook();
  for (const [nome, righe] of Object.entries(cartella)) {
    const colonne = [...new Set(righe.flatMap((riga) => Object.keys(riga)))];
    const foglio = workbook.addWorksheet(nome);
    foglio.addRow(colonne);
    for (const riga of righe) foglio.addRow(colonne.map((colonna) => riga[colonna] ?? ''));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** Reads and checks them with the program's own reader; nothing is planned or written. */
export async function leggiFogli(fogli: readonly Uint8Array[]): Promise<number> {
  return cronometra(async () => {
    for (const [index, bytes] of fogli.entries()) {
      const esito = new Esito();
      const codici = new LettoreCodici(CODICI_PREDEFINITI);
      const progress = () => Promise.resolve();
      const letti = await readFogli([{ nome: `${index}.xlsx`, bytes: Uint8Array.from(bytes) }], {
        esito,
        codici,
        oggi: OGGI,
        progress,
      });
      const [errore] = esito.sortedErrori();
      if (errore || letti.presenze.righe.length === 0)
        throw new Error(`workbook ${index}: ${errore?.messaggio ?? 'no presenze'}`);
    }
  });
}

/** Imports them one after the other at the central office: what it would do every month if no parcel existed. */
export async function importaFogli(ctx: Contesto, fogli: readonly Uint8Array[]): Promise<number> {
  return cronometra(async () => {
    for (const [index, bytes] of fogli.entries()) {
      const esito = await importFoglio(ctx, { file: [{ nome: `${index}.xlsx`, bytes: Uint8Array.from(bytes) }] });
      const [errore] = esito.errori;
      if (errore) throw new Error(`workbook ${index}, ${errore.foglio} ${errore.riga}: ${errore.messaggio}`);
    }
  });
}

/** Opens them with excelts alone, which only gives cells: nothing is checked. */
export async function caricaFogli(fogli: readonly Uint8Array[]): Promise<number> {
  return cronometra(async () => {
    for (const bytes of fogli) {
      const workbook = new Workbook();
      await workbook.xlsx.load(bytes);
      if (!workbook.getWorksheet('presenze')) throw new Error('the workbook has no presenze');
    }
  });
}
