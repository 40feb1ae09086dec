import { v7 as uuidv7 } from 'uuid';
import { loadStatoFoglio } from '../../db/reads/foglio.ts';
import { loadRigheFogli, type RigaFoglio } from '../../db/reads/foglio-export.ts';
import { listVociLista } from '../../db/reads/lista.ts';
import { listCodici } from '../../db/reads/presenza.ts';
import { linkPersone } from '../../db/writes/persona.ts';
import { CODICI_PREDEFINITI } from '../../domain/codice.ts';
import { Liste, type VoceUfficio } from '../../domain/lista.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { LettoreCodici } from '../foglio/foglio-codici.ts';
import { type Conteggi, Esito } from '../foglio/foglio-esito.ts';
import type { FileFoglio } from '../foglio/foglio-grezzo.ts';
import { makeModello } from '../foglio/foglio-modello.ts';
import { planFoglio } from '../foglio/foglio-piano.ts';
import type { DatiPiano } from '../foglio/foglio-piano-base.ts';
import { readFogli } from '../foglio/foglio-read.ts';
import { writeCsv, writeXlsx } from '../foglio/foglio-write.ts';
import { DEFINIZIONI } from '../lista/lista-programma.ts';
import { type Contesto, gesto } from './contesto.ts';
import { listeDi } from './lista.ts';

/**
 * What importing a workbook would do: nothing is written (formats.md §2, `--prova`).
 * @throws ErroreApprodo `foglio.*` when the files cannot be read as a workbook at all
 */
export async function previewFoglio(
  ctx: Contesto,
  { file }: Parsed<'fogli.preview'>,
): Promise<Output<'fogli.preview'>> {
  const cartella = await readCartella(ctx, file);
  planFoglio({ ...cartella, stato: loadStatoFoglio(ctx.store), nuovoId: uuidv7 });
  return toEsitoFoglio(cartella.esito);
}

/**
 * Imports a workbook (formats.md §1): what is good goes in, in one gesture, one transaction and one line of the log;
 * what is not is listed. Reading and checking let other work run; the plan is made on the register as it is at that
 * instant and applied at once.
 * @throws ErroreApprodo `foglio.*`, `lavoro.annullato`, `archivio.*`: nothing was written
 */
export async function importFoglio(ctx: Contesto, { file }: Parsed<'fogli.import'>): Promise<Output<'fogli.import'>> {
  const cartella = await readCartella(ctx, file);
  await ctx.progress({ fase: 'Registrazione', fatto: 0, totale: null });
  ctx.store.write(gesto(ctx, 'fogli.import'), (tx) => {
    const piano = planFoglio({ ...cartella, stato: loadStatoFoglio(ctx.store), nuovoId: uuidv7 });
    piano.bozza.apply(tx);
    linkPersone(tx, piano.ospitiDaCollegare);
  });
  return toEsitoFoglio(cartella.esito);
}

/**
 * The register as a workbook: one XLSX, or a CSV a sheet. Imported into an empty register it gives the same figures;
 * into this one, it changes nothing.
 * @throws ErroreApprodo `lavoro.annullato`
 */
export async function exportFoglio(ctx: Contesto, formato: 'xlsx' | 'csv'): Promise<FileFoglio[]> {
  return writeFogli(ctx, loadRigheFogli(ctx.store), formato);
}

/** The sheets as files: one XLSX, or a CSV a sheet. @throws ErroreApprodo `lavoro.annullato` */
export async function writeFogli(
  ctx: Contesto,
  righe: Readonly<Record<string, readonly RigaFoglio[]>>,
  formato: 'xlsx' | 'csv',
): Promise<FileFoglio[]> {
  const totale = Object.values(righe).reduce((somma, { length }) => somma + length, 0);
  const progress = (fatto: number) => ctx.progress({ fase: 'Scrittura del foglio', fatto, totale });
  if (formato === 'csv') return writeCsv(righe, progress);
  return [{ nome: `approdo-${ctx.oggi()}.xlsx`, bytes: await writeXlsx(righe, progress) }];
}

/** The blank workbook an office starts from. */
export async function getModelloFoglio({ store }: Contesto): Promise<Output<'fogli.getModello'>> {
  return { nome: 'approdo-modello.xlsx', bytes: new Uint8Array(await makeModello(listeDi(store))) };
}

/** A workbook that was read, with what it was read against. */
type Cartella = Pick<DatiPiano, 'letti' | 'esito' | 'codici' | 'oggi'>;

async function readCartella(ctx: Contesto, file: Parsed<'fogli.import'>['file']): Promise<Cartella> {
  const esito = new Esito();
  const propri = listCodici(ctx.store);
  const codici = propri.length > 0 ? propri : CODICI_PREDEFINITI;
  const oggi = ctx.oggi();
  const letti = await readFogli(file, {
    esito,
    codici: new LettoreCodici(codici, listeDi(ctx.store).voci('presenza')),
    conVoci: (voci) => new Liste(DEFINIZIONI, [...vociUfficio(ctx), ...voci]),
    oggi,
    liste: listeDi(ctx.store),
    progress: (foglio, righe) => ctx.progress({ fase: `Lettura di ${foglio}`, fatto: righe, totale: null }),
  });
  return { letti, esito, codici, oggi };
}

/** The values this office added to the lists, or changed. */
function vociUfficio({ store }: Contesto): VoceUfficio[] {
  return listVociLista(store).map((riga) => ({ ...riga, voce: riga.valore }));
}

function toEsitoFoglio(esito: Esito): Output<'fogli.import'> {
  const copia = (conteggi: Conteggi): Conteggi => ({ ...conteggi });
  return {
    inseriti: copia(esito.inseriti),
    aggiornati: copia(esito.aggiornati),
    invariati: copia(esito.invariati),
    scartati: copia(esito.scartati),
    errori: esito.sortedErrori(),
    colonneIgnorate: esito.colonneIgnorate,
    avvisi: esito.avvisi,
  };
}
