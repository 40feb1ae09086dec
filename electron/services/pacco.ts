import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { listNotiAltrove, loadStatoCentrale, type StatoCentrale } from '../../db/reads/centrale.ts';
import { readIstantanea } from '../../db/reads/istantanea.ts';
import { findMese } from '../../db/reads/mese.ts';
import {
  findInviato,
  findPaccoFile,
  findUltimoInviato,
  listCorrispondenti,
  type Pacco,
  listPacchi as readPacchi,
} from '../../db/reads/pacco.ts';
import type { Struttura } from '../../db/reads/struttura.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { formatMese } from '../../domain/giorno-testo.ts';
import { chiaveNome } from '../../domain/persona.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { toErroreFile, writeFileAtomic } from '../cartella/file-atomico.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { applica } from '../sync/applica.ts';
import { type Identita, loadIdentita } from '../sync/identita.ts';
import { type PaccoLetto, readPacco } from '../sync/pacco-read.ts';
import { writePacco } from '../sync/pacco-write.ts';
import { type Piano, pianifica } from '../sync/piano.ts';
import { contaRighe, sommarioPiano } from '../sync/piano-sommario.ts';
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
      `${formatMese(input.mese)} non è chiuso: chiudere il mese, poi esportare il pacco.`,
    );
  const pacco =
    findInviato(ctx.store, struttura.codice, input.mese, stato.revisione) ?? (await makePacco(ctx, struttura, stato));
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

/** What each parcel would do, in the order in which they would be applied. Writes nothing. */
export async function planPacchi(ctx: Contesto, { file }: Parsed<'pacchi.plan'>): Promise<Output<'pacchi.plan'>> {
  assertCentrale(ctx);
  const out: Output<'pacchi.plan'> = [];
  for (const aperto of await openAll(ctx, file)) {
    if ('rifiuto' in aperto) {
      out.push({ ...rifiutato(aperto.nome, aperto.rifiuto), firmatario: null, numero: null, sommario: [], avvisi: [] });
      continue;
    }
    try {
      const { pacco, mittente, nome } = aperto;
      const statoCentrale = loadStato(ctx.store, pacco);
      const piano = pianifica(pacco, statoCentrale);
      out.push({
        ...esitoOf(nome, pacco, piano),
        firmatario: mittente.nome,
        numero: pacco.manifesto.numero,
        sommario: piano.replicato ? [] : sommarioPiano(piano, pacco.manifesto),
        avvisi: [...piano.avvisi, ...legame(mittente, pacco), ...notiAltrove(ctx.store, pacco, statoCentrale)],
      });
    } catch (error) {
      out.push({ ...rifiutato(aperto.nome, error), firmatario: null, numero: null, sommario: [], avvisi: [] });
    }
  }
  return out;
}

/** Takes the parcels: one transaction each, a bad one never stops the others. The answer keeps the order of the files. */
export async function importPacchi(ctx: Contesto, { file }: Parsed<'pacchi.import'>): Promise<Output<'pacchi.import'>> {
  assertCentrale(ctx);
  const esiti = new Map<object, Output<'pacchi.import'>[number]>();
  const aperti = await openAll(ctx, file);
  for (const [index, aperto] of aperti.entries()) {
    await ctx.progress({ fase: 'applicazione', fatto: index, totale: aperti.length });
    if ('rifiuto' in aperto) esiti.set(aperto.file, rifiutato(aperto.nome, aperto.rifiuto));
    else {
      try {
        esiti.set(aperto.file, importOne(ctx, aperto));
      } catch (error) {
        esiti.set(aperto.file, rifiutato(aperto.nome, error));
      }
    }
  }
  return file.flatMap((one) => esiti.get(one) ?? []);
}

function importOne(ctx: Contesto, { nome, file, pacco, mittente }: PaccoAperto): Output<'pacchi.import'>[number] {
  const { struttura, mese } = pacco.manifesto;
  return ctx.store.write({ ...gesto(ctx, 'pacchi.import', { struttura, mese, nota: nome }) }, (tx) => {
    assertMittente(ctx.store, pacco);
    const piano = pianifica(pacco, loadStato(ctx.store, pacco));
    if (piano.replicato) return esitoOf(nome, pacco, piano);
    if (mittente.strutture.length === 0 || !mittente.strutture.includes(struttura))
      tx.update('corrispondenti', mittente.id, { strutture: [...mittente.strutture, struttura] });
    applica(tx, pacco, piano, { nome, bytes: file.bytes });
    return esitoOf(nome, pacco, piano);
  });
}

interface PaccoAperto {
  readonly nome: string;
  readonly file: Parsed<'pacchi.import'>['file'][number];
  readonly pacco: PaccoLetto;
  readonly mittente: Riga<'corrispondenti'>;
}
type Aperto = PaccoAperto | { readonly nome: string; readonly file: object; readonly rifiuto: unknown };

/** Opened and verified, in the order of each chain so that the summaries read as a story; the result does not depend on it. */
async function openAll(ctx: Contesto, file: Parsed<'pacchi.import'>['file']): Promise<Aperto[]> {
  const identita = await loadIdentita(ctx.store);
  const aperti: Aperto[] = [];
  for (const [index, one] of file.entries()) {
    await ctx.progress({ fase: 'lettura', fatto: index, totale: file.length });
    aperti.push(await openOne(ctx.store, identita, one));
  }
  const key = (aperto: Aperto) => ('pacco' in aperto ? aperto.pacco.manifesto : { struttura: '', numero: 0 });
  return aperti.sort((a, b) => key(a).struttura.localeCompare(key(b).struttura) || key(a).numero - key(b).numero);
}

async function openOne(store: Store, identita: Identita, file: PaccoAperto['file']): Promise<Aperto> {
  try {
    const pacco = await readPacco(file.bytes, identita.sigillo, identita.sigilloPubblico);
    return { nome: file.nome, file, pacco, mittente: assertMittente(store, pacco) };
  } catch (error) {
    return { nome: file.nome, file, rifiuto: error };
  }
}

/**
 * The signer must be known, and must speak for this struttura. One that declared none is bound to the first struttura nobody
 * else claims.
 * @throws ErroreApprodo `pacco.firmatario`, `pacco.struttura`
 */
function assertMittente(store: Store, { manifesto: m }: PaccoLetto): Riga<'corrispondenti'> {
  const noti = listCorrispondenti(store);
  const mittente = noti.find((c) => c.firma === m.firmatario && c.ruolo === 'comunita');
  if (!mittente)
    throw new ErroreApprodo(
      'pacco.firmatario',
      `Il pacco di ${m.struttura} è firmato da una chiave che non conosciamo: registrare la chiave della comunità, poi importarlo di nuovo.`,
    );
  const sua = mittente.strutture.includes(m.struttura);
  const libera = mittente.strutture.length === 0 && !noti.some((c) => c.strutture.includes(m.struttura));
  if (!sua && !libera)
    throw new ErroreApprodo(
      'pacco.struttura',
      `«${mittente.nome}» non può parlare per la struttura ${m.struttura}: controllare chi ha mandato il file.`,
    );
  return mittente;
}

function loadStato(store: Store, { manifesto: m, righe }: PaccoLetto): StatoCentrale {
  const ids = (list: readonly { id: string }[]) => list.map((riga) => riga.id);
  return loadStatoCentrale(
    store,
    m.struttura,
    righe.moduli.map((modulo) => modulo.codice),
    m.mese,
    {
      ospiti: ids(righe.ospiti),
      ingressi: ids(righe.ingressi),
      assegnazioni: ids(righe.assegnazioni),
      visite: ids(righe.visite),
      incontri: ids(righe.incontri),
      attivita: ids(righe.attivita),
      misure: ids(righe.misure),
    },
  );
}

async function makePacco(ctx: Contesto, struttura: Struttura, stato: Riga<'mesi'>): Promise<Pacco> {
  const centrale = listCorrispondenti(ctx.store).find((c) => c.ruolo === 'centrale');
  if (!centrale)
    throw new ErroreApprodo(
      'chiave.manca',
      'Manca la chiave dell’Accoglienza, senza la quale il pacco non si può sigillare: caricarla dalle Impostazioni.',
    );
  const identita = await loadIdentita(ctx.store);
  const ultimo = findUltimoInviato(ctx.store, struttura.codice);
  const { mese, revisione, mancanti } = stato;
  const scritto = await writePacco(
    {
      versioneApp: VERSIONE,
      struttura: struttura.codice,
      mese,
      revisione,
      numero: (ultimo?.numero ?? 0) + 1,
      precedente: ultimo?.impronta ?? null,
      destinatario: centrale.sigillo,
      dispositivo: ctx.store.dispositivo,
      voce: ctx.store.registro.last().seq,
      createdAtMs: ctx.store.nowMs(),
      mancanti,
    },
    readIstantanea(ctx.store, struttura.id, mese) as unknown as RighePacco,
    identita,
  );
  const { manifesto: m, impronta, sha256, nomeFile, bytes } = scritto;
  const about = { struttura: struttura.codice, mese, nota: `n. ${m.numero}, ${nomeFile}` };
  const id = ctx.store.write({ ...gesto(ctx, 'pacchi.export', about), sempre: true }, (tx) => {
    const paccoId = tx.insert('pacchi', {
      ...{
        verso: 'inviato',
        strutturaCodice: struttura.codice,
        mese,
        revisione,
        numero: m.numero,
        impronta,
        sha256,
        nomeFile,
      },
      ...{ precedente: m.precedente, firmatario: m.firmatario, stato: 'applicato', conteggi: m.conteggi, avvisi: [] },
    });
    tx.setPaccoFile(paccoId, bytes);
    return paccoId;
  });
  const pacco = ctx.store.find('pacchi', id);
  if (!pacco) throw new Error('the parcel just written is not there');
  return pacco;
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

function esitoOf(nome: string, { manifesto: m }: PaccoLetto, piano: Piano): Output<'pacchi.import'>[number] {
  return {
    file: nome,
    stato: piano.stato,
    struttura: m.struttura,
    mese: m.mese,
    revisione: m.revisione,
    ...(piano.motivo === undefined ? {} : { motivo: piano.motivo }),
    righe: contaRighe(piano),
  };
}

/** A refusal a person reads; anything else is ours to mend and goes on. */
function rifiutato(nome: string, error: unknown): Output<'pacchi.import'>[number] {
  if (!(error instanceof ErroreApprodo) || error.codice.startsWith('archivio.')) throw error;
  return {
    ...{ file: nome, stato: 'rifiutato', struttura: null, mese: null, revisione: null, motivo: error.messaggio },
    righe: { inserite: 0, aggiornate: 0, eliminate: 0 },
  };
}

function legame(mittente: Riga<'corrispondenti'>, { manifesto: m }: PaccoLetto): string[] {
  return mittente.strutture.includes(m.struttura)
    ? []
    : [`Primo pacco di «${mittente.nome}»: da ora parla per la struttura ${m.struttura}`];
}

function notiAltrove(store: Store, { righe }: PaccoLetto, stato: StatoCentrale): string[] {
  const noti = new Set(stato.ospiti.map((ospite) => ospite.id));
  const nuovi = righe.ospiti
    .filter((ospite) => !noti.has(ospite.id))
    .map((ospite) => ({ ...ospite, chiaveNome: chiaveNome(ospite.cognome, ospite.nome) }));
  const ids = righe.ospiti.map((ospite) => ospite.id);
  const perId = new Map(nuovi.map((ospite) => [ospite.id, ospite]));
  return listNotiAltrove(store, nuovi, ids).map(({ id, struttura }) => {
    const ospite = perId.get(id);
    return `${ospite?.cognome.toLocaleUpperCase('it')} ${ospite?.nome} è già noto a ${struttura}: sarà contato come una persona sola`;
  });
}

function assertCentrale(ctx: Contesto): void {
  if (ctx.ruolo !== 'centrale')
    throw new ErroreApprodo('pacco.ufficio', 'I pacchi si importano all’Accoglienza: qui si preparano soltanto.');
}
