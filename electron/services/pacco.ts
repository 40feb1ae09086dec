import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readIstantanea } from '../../db/reads/istantanea.ts';
import { findMese } from '../../db/reads/mese.ts';
import {
  findInviato,
  findPaccoFile,
  findUltimoInviato,
  findUltimoIstante,
  listCorrispondenti,
  type Pacco,
  listPacchi as readPacchi,
} from '../../db/reads/pacco.ts';
import type { Struttura } from '../../db/reads/struttura.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { toErroreFile, writeFileAtomic } from '../cartella/file-atomico.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { appendCatena, findUltimoAnello, readCatena } from '../sync/catena-file.ts';
import { type Identita, loadIdentita } from '../sync/identita.ts';
import { type PaccoScritto, writePacco } from '../sync/pacco-write.ts';
import type { RighePacco } from '../sync/righe.ts';
import { VERSIONE } from '../versione.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getStruttura } from './struttura.ts';

export function listPacchi(ctx: Contesto, input: Parsed<'pacchi.list'>): Output<'pacchi.list'> {
  const verso = ctx.ruolo === 'centrale' ? 'ricevuto' : 'inviato';
  return readPacchi(ctx.store, verso, input).map((pacco) => ({
    id: pacco.id,
    verso,
    struttura: pacco.strutturaCodice,
    mese: pacco.mese,
    revisione: pacco.revisione,
    numero: pacco.numero,
    nomeFile: pacco.nomeFile,
    sha256: pacco.sha256,
    stato: pacco.stato,
    avvisi: pacco.avvisi ?? [],
    createdAtMs: pacco.createdAtMs,
  }));
}

/**
 * The sealed parcel of a closed month, in the outgoing folder. The store remembers it before the file takes its place: a
 * kill in between loses nothing, asking again gives the very same bytes.
 * @throws ErroreApprodo `mese.non_chiuso`, `chiave.manca`, `file.*`
 */
export async function exportMese(ctx: Contesto, input: Parsed<'pacchi.export'>): Promise<Output<'pacchi.export'>> {
  assertRegistroProprio(ctx);
  const struttura = getStruttura(ctx.store, input.struttura);
  const stato = findMese(ctx.store, struttura.id, input.mese);
  if (stato?.stato !== 'chiuso')
    throw new ErroreApprodo(
      'mese.non_chiuso',
      `Il mese di ${formatMese(input.mese)} non è chiuso: chiuderlo, poi esportare il pacco.`,
    );
  const pacco =
    findInviato(ctx.store, struttura.codice, input.mese, stato.revisione) ?? (await makePacco(ctx, struttura, stato));
  rememberOutside(ctx, pacco);
  const percorso = join(fileCartella(ctx.dati).inUscita, pacco.nomeFile);
  writeOutgoing(ctx, percorso, getBytes(ctx.store, pacco.id));
  const { id, nomeFile: file, mese, revisione, numero, sha256 } = pacco;
  return { id, file, percorso, mese, revisione, numero, sha256 };
}

/** The bytes of a parcel, to save another copy. */
export function getPaccoFile(ctx: Contesto, { id }: Parsed<'pacchi.getFile'>): Output<'pacchi.getFile'> {
  const pacco = ctx.store.find('pacchi', id);
  if (!pacco) throw new ErroreApprodo('pacco.sconosciuto', 'Questo pacco non è più nell’elenco: ricaricare la pagina.');
  return { nome: pacco.nomeFile, bytes: getBytes(ctx.store, id) };
}

/** Makes the parcel and remembers it. When another export took the place in the chain meanwhile, it is made again. */
async function makePacco(ctx: Contesto, struttura: Struttura, stato: Riga<'mesi'>): Promise<Pacco> {
  const identita = await loadIdentita(ctx.store);
  for (;;) {
    const ultimo = findUltimoInviato(ctx.store, struttura.codice);
    const scritto = await scriviPacco(ctx, identita, struttura, stato, ultimo);
    const id = ctx.store.write(gestoEsporta(ctx, scritto), (tx) => {
      const fatto = findInviato(ctx.store, struttura.codice, stato.mese, stato.revisione);
      if (fatto) return fatto.id;
      if (findUltimoInviato(ctx.store, struttura.codice)?.id !== ultimo?.id) return null;
      if (findUltimoIstante(ctx.store) >= scritto.manifesto.createdAtMs) return null;
      const paccoId = tx.insert('pacchi', rigaInviata(scritto));
      tx.setPaccoFile(paccoId, scritto.bytes);
      return paccoId;
    });
    const pacco = id === null ? undefined : ctx.store.find('pacchi', id);
    if (pacco) return pacco;
  }
}

/** @throws ErroreApprodo `chiave.manca` */
function scriviPacco(
  ctx: Contesto,
  identita: Identita,
  struttura: Struttura,
  { mese, revisione, mancanti }: Riga<'mesi'>,
  ultimo: Pacco | undefined,
): Promise<PaccoScritto> {
  const centrale = listCorrispondenti(ctx.store).find((c) => c.ruolo === 'centrale');
  if (!centrale)
    throw new ErroreApprodo(
      'chiave.manca',
      'Manca la chiave dell’Accoglienza, senza la quale il pacco non si può sigillare: caricarla dalle Impostazioni.',
    );
  const anelli = readCatena(ctx.store, ctx.dati);
  const fuori = findUltimoAnello(anelli, struttura.codice, [centrale.firma]);
  // a restored copy does not remember its last parcels: the chain goes on from where it truly was
  const prima = fuori && fuori.numero > (ultimo?.numero ?? 0) ? fuori : ultimo;
  const istanti = [findUltimoIstante(ctx.store), ...anelli.map((uno) => uno.createdAtMs)];
  const intestazione = {
    ...{ versioneApp: VERSIONE, struttura: struttura.codice, mese, revisione, mancanti },
    ...{ numero: (prima?.numero ?? 0) + 1, precedente: prima?.impronta ?? null, destinatario: centrale.sigillo },
    ...{ dispositivo: ctx.store.dispositivo, voce: ctx.store.registro.last().seq },
    createdAtMs: Math.max(ctx.store.nowMs(), Math.max(...istanti) + 1),
  };
  // the reads select the columns of the parcel's tables by name: their shape is checked whenever a parcel is opened
  const righe = readIstantanea(ctx.store, struttura.id, mese) as unknown as RighePacco;
  return writePacco(intestazione, righe, identita);
}

function gestoEsporta(ctx: Contesto, { manifesto: m, nomeFile }: PaccoScritto) {
  const about = { struttura: m.struttura, mese: m.mese, nota: `n. ${m.numero}, ${nomeFile}` };
  return gesto(ctx, 'pacchi.export', about);
}

function rigaInviata({ manifesto: m, impronta, sha256, nomeFile }: PaccoScritto) {
  const { mese, revisione, numero, precedente, firmatario, conteggi } = m;
  return {
    ...{ verso: 'inviato', strutturaCodice: m.struttura, mese, revisione, numero, precedente, firmatario, conteggi },
    ...{ impronta, sha256, nomeFile, stato: 'applicato', avvisi: [], versione: m.createdAtMs },
  };
}

/** Beside the store, where a restored copy of it finds it. A disk that refuses it will refuse the parcel too, and say so. */
function rememberOutside(ctx: Contesto, pacco: Pacco): void {
  const ufficio = listCorrispondenti(ctx.store).find((c) => c.ruolo === 'centrale')?.firma;
  if (ufficio === undefined) return;
  const { strutturaCodice: struttura, mese, revisione, numero, impronta, versione: createdAtMs } = pacco;
  appendCatena(ctx.store, ctx.dati, { struttura, mese, revisione, numero, impronta, ufficio, createdAtMs });
}

function writeOutgoing(ctx: Contesto, percorso: string, bytes: Uint8Array): void {
  try {
    mkdirSync(fileCartella(ctx.dati).inUscita, { recursive: true, mode: 0o700 });
    writeFileAtomic(percorso, bytes);
  } catch (error) {
    throw toErroreFile(error, percorso);
  }
}

function getBytes(store: Store, paccoId: string): Uint8Array<ArrayBuffer> {
  const bytes = findPaccoFile(store, paccoId);
  if (!bytes) throw new Error('a parcel is always kept with its bytes');
  return bytes;
}
