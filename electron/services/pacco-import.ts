import { listInVigore, listNotiAltrove, loadStatoCentrale } from '../../db/reads/centrale.ts';
import { findPaccoFile, type Pacco } from '../../db/reads/pacco.ts';
import type { Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { nomeScritto } from '../../domain/persona.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { applica } from '../sync/applica.ts';
import { type Identita, loadIdentita } from '../sync/identita.ts';
import { localizza } from '../sync/pacco-qui.ts';
import { type PaccoLetto, readPacco } from '../sync/pacco-read.ts';
import { type Piano, pianifica } from '../sync/piano.ts';
import { contaRighe, sommarioPiano } from '../sync/piano-sommario.ts';
import { avvisiDelMese } from './apertura.ts';
import { type Contesto, gesto } from './contesto.ts';
import { getMittente, listStruttureDi, type Mittente } from './pacco-mittente.ts';

type EsitoPacco = Output<'pacchi.import'>[number];
type PianoPacco = Output<'pacchi.plan'>[number];
type FileDato = Parsed<'pacchi.import'>['file'][number];

/** A file opened and verified, or why it is refused. */
interface Aperto {
  readonly file: FileDato;
  readonly pacco: PaccoLetto | null;
  readonly rifiuto: unknown;
}
interface Verificato extends Aperto {
  readonly pacco: PaccoLetto;
}

/** Parcels opened in this call, by impronta: a plan may need what the others in force say. */
type Letti = Map<string, PaccoLetto>;

/** What one call works with: our keys, and what it has opened so far. */
interface Banco {
  readonly identita: Identita;
  readonly letti: Letti;
}
type Mancanti = readonly Pick<Pacco, 'id' | 'impronta'>[];

/** What was done with one parcel, and what to say beside it; or the parcels in force to read before it can be. */
type Tentativo = { readonly piano: Piano; readonly mittente: Mittente; readonly avvisi: string[] } | Mancanti;

/** Takes the parcels: one transaction each, a bad one never stops the others. The answer keeps the order of the files. */
export function importPacchi(ctx: Contesto, { file }: Parsed<'pacchi.import'>): Promise<Output<'pacchi.import'>> {
  assertCentrale(ctx);
  return unoAllaVolta(ctx.store, async () => {
    const identita = await loadIdentita(ctx.store);
    const esiti = new Map<FileDato, EsitoPacco>();
    const aperti = await openAll(ctx, identita, file);
    for (const [index, aperto] of aperti.entries()) {
      await ctx.progress({ fase: 'applicazione', fatto: index, totale: aperti.length });
      esiti.set(aperto.file, await importOne(ctx, identita, aperto));
    }
    return file.flatMap((one) => esiti.get(one) ?? []);
  });
}

/**
 * What each parcel would do, applied after those before it: the same code as the import, undone. Nothing is written.
 * The answer is in the order in which they would be applied.
 */
export function planPacchi(ctx: Contesto, { file }: Parsed<'pacchi.plan'>): Promise<Output<'pacchi.plan'>> {
  assertCentrale(ctx);
  return unoAllaVolta(ctx.store, async () => {
    const identita = await loadIdentita(ctx.store);
    const gruppi = Map.groupBy(await openAll(ctx, identita, file), ({ pacco }) => pacco?.manifesto.struttura ?? '');
    const piani: Output<'pacchi.plan'> = [];
    for (const gruppo of gruppi.values()) {
      await ctx.progress({ fase: 'piano', fatto: piani.length, totale: file.length });
      piani.push(...(await provaGruppo(ctx, identita, gruppo)));
    }
    return piani;
  });
}

async function importOne(ctx: Contesto, identita: Identita, aperto: Aperto): Promise<EsitoPacco> {
  const banco: Banco = { identita, letti: new Map() };
  try {
    const verificato = verify(aperto);
    const { struttura, mese } = verificato.pacco.manifesto;
    const about = gesto(ctx, 'pacchi.import', { struttura, mese, nota: aperto.file.nome });
    for (;;) {
      const tentativo = ctx.store.write(about, (tx) => tenta(ctx.store, tx, verificato, banco));
      if ('piano' in tentativo) return esitoOf(verificato, tentativo.piano);
      await leggi(ctx.store, tentativo, banco);
    }
  } catch (error) {
    return rifiutato(aperto, error);
  }
}

async function provaGruppo(ctx: Contesto, identita: Identita, gruppo: readonly Aperto[]): Promise<PianoPacco[]> {
  const letti: Letti = new Map(gruppo.flatMap(({ pacco }) => (pacco ? [[pacco.impronta, pacco]] : [])));
  const banco = { identita, letti };
  for (;;) {
    const mancanti: Mancanti[number][] = [];
    const piani = ctx.store.prova((tx) =>
      gruppo.map((aperto) => {
        const [piano, mancano] = provaUno(ctx.store, tx, aperto, banco);
        mancanti.push(...mancano);
        return piano;
      }),
    );
    if (mancanti.length === 0) return piani;
    await leggi(ctx.store, mancanti, banco);
  }
}

function provaUno(store: Store, tx: Scrittura, aperto: Aperto, banco: Banco): [PianoPacco, Mancanti] {
  try {
    const verificato = verify(aperto);
    const tentativo = tenta(store, tx, verificato, banco);
    if ('piano' in tentativo) return [pianoOf(verificato, tentativo), []];
    return [senzaPiano(rifiutato(aperto, null)), tentativo];
  } catch (error) {
    return [senzaPiano(rifiutato(aperto, error)), []];
  }
}

/** Decides and writes one parcel; writes nothing when other parcels must be read first. */
function tenta(store: Store, tx: Scrittura, { file, pacco }: Verificato, { letti, identita }: Banco): Tentativo {
  const { struttura, mese } = pacco.manifesto;
  const mittente = getMittente(store, pacco);
  const stato = loadStato(store, pacco);
  let piano = pianifica(pacco, stato);
  if ('ospitiSospesi' in piano) {
    const inVigore = listInVigore(store, struttura, mese, piano.ospitiSospesi);
    const mancano = inVigore.filter(({ impronta }) => !letti.has(impronta));
    if (mancano.length > 0) return mancano;
    piano = pianifica(
      pacco,
      stato,
      inVigore.flatMap(({ impronta }) => letti.get(impronta) ?? []),
    );
  }
  if ('ospitiSospesi' in piano) throw new Error('the plan was given the other parcels and asks for them again');
  if (piano.replicato) return { piano, mittente, avvisi: [] };
  const legame = listStruttureDi(store, mittente).includes(struttura)
    ? []
    : [`Primo pacco di «${mittente.nome}»: da ora parla per la struttura ${struttura}`];
  piano = { ...piano, avvisi: [...piano.avvisi, ...diPrima(pacco, identita)] };
  applica(tx, pacco, piano, { nome: file.nome, bytes: file.bytes });
  return {
    piano,
    mittente,
    avvisi: [...piano.avvisi, ...legame, ...notiAltrove(store, piano), ...avvisiDelMese(store, struttura, mese)],
  };
}

/** The community still seals for a key of before: read all the same, and said until it has the new one. */
function diPrima({ manifesto }: PaccoLetto, { sigilloPubblico }: Identita): string[] {
  return manifesto.destinatario === sigilloPubblico
    ? []
    : ['Sigillato con la chiave dell’Accoglienza di prima: mandare alla comunità quella nuova'];
}

/** Opened and verified, in the order of each chain so that the plans read as a story; the result does not depend on it. */
async function openAll(ctx: Contesto, identita: Identita, file: readonly FileDato[]): Promise<Aperto[]> {
  const aperti: Aperto[] = [];
  for (const [index, one] of file.entries()) {
    await ctx.progress({ fase: 'lettura', fatto: index, totale: file.length });
    aperti.push(await openOne(identita, one));
  }
  const key = ({ pacco }: Aperto) => pacco?.manifesto ?? { struttura: '', numero: 0 };
  return aperti.sort((a, b) => key(a).struttura.localeCompare(key(b).struttura) || key(a).numero - key(b).numero);
}

async function openOne(identita: Identita, file: FileDato): Promise<Aperto> {
  try {
    return { file, pacco: await leggiPacco(file.bytes, identita), rifiuto: null };
  } catch (error) {
    return { file, pacco: null, rifiuto: error };
  }
}

function verify(aperto: Aperto): Verificato {
  if (aperto.pacco) return { ...aperto, pacco: aperto.pacco };
  throw aperto.rifiuto;
}

/** Reads again parcels already taken, from the bytes kept. */
async function leggi(store: Store, pacchi: Mancanti, { identita, letti }: Banco): Promise<void> {
  for (const { id, impronta } of pacchi) {
    const bytes = findPaccoFile(store, id);
    if (!bytes) throw new Error('a parcel is always kept with its bytes');
    letti.set(impronta, await leggiPacco(bytes, identita));
  }
}

async function leggiPacco(bytes: Uint8Array, { sigilli }: Identita): Promise<PaccoLetto> {
  return localizza(await readPacco(bytes, sigilli));
}

function loadStato(store: Store, { manifesto: m, righe }: PaccoLetto) {
  const ids = (list: readonly { readonly id: string }[]) => list.map((riga) => riga.id);
  return loadStatoCentrale(store, m.struttura, m.mese, { ospiti: ids(righe.ospiti), ingressi: ids(righe.ingressi) });
}

function esitoOf({ file, pacco: { manifesto: m } }: Verificato, piano: Piano): EsitoPacco {
  return {
    ...{ file: file.nome, stato: piano.stato, struttura: m.struttura, mese: m.mese, revisione: m.revisione },
    ...(piano.motivo === undefined ? {} : { motivo: piano.motivo }),
    righe: contaRighe(piano),
  };
}

function pianoOf(verificato: Verificato, { piano, mittente, avvisi }: Exclude<Tentativo, Mancanti>): PianoPacco {
  const { manifesto: m } = verificato.pacco;
  return {
    ...esitoOf(verificato, piano),
    ...{ firmatario: mittente.nome, numero: m.numero },
    sommario: piano.stato === 'invariato' ? [] : sommarioPiano(piano, m),
    avvisi,
  };
}

function senzaPiano(esito: EsitoPacco): PianoPacco {
  return { ...esito, firmatario: null, numero: null, sommario: [], avvisi: [] };
}

/** A refusal a person reads; anything else is ours to mend and goes on. */
function rifiutato({ file, pacco }: Aperto, error: unknown): EsitoPacco {
  const refusal = isVincolo(error) ? contraddittorio(error) : error;
  const messaggio =
    refusal instanceof ErroreApprodo && !refusal.codice.startsWith('archivio.') ? refusal.messaggio : null;
  if (messaggio === null && error !== null) throw error;
  const { struttura = null, mese = null, revisione = null } = pacco?.manifesto ?? {};
  return {
    ...{ file: file.nome, stato: 'rifiutato', struttura, mese, revisione, motivo: messaggio ?? '' },
    righe: { inserite: 0, aggiornate: 0, eliminate: 0 },
  };
}

/** A row that breaks a rule of the store (an id already used elsewhere): the parcel contradicts what is here. */
function isVincolo(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}

function contraddittorio(cause: unknown): ErroreApprodo {
  return new ErroreApprodo(
    'pacco.contenuto',
    'Il pacco contiene righe che contraddicono quelle già qui: non è stato importato; sentire la comunità.',
    { cause },
  );
}

/** New people of the parcel who are one person with someone of another struttura. */
function notiAltrove(store: Store, piano: Piano): string[] {
  const nuovi = piano.operazioni.flatMap((o) => (o.t === 'ospiti' && o.op === 'insert' ? [o.id] : []));
  if (nuovi.length === 0) return [];
  return listNotiAltrove(store, nuovi).map(
    ({ cognome, nome, struttura }) =>
      `${nomeScritto({ cognome, nome })} è già noto a ${struttura}: è contato come una persona sola`,
  );
}

const code = new WeakMap<Store, Promise<unknown>>();

/** Imports and plans of one store follow each other: what one has read does not change under it. */
function unoAllaVolta<T>(store: Store, job: () => Promise<T>): Promise<T> {
  const turno = (code.get(store) ?? Promise.resolve()).then(job, job);
  code.set(store, turno);
  return turno;
}

function assertCentrale(ctx: Contesto): void {
  if (ctx.ruolo !== 'centrale')
    throw new ErroreApprodo('pacco.ufficio', 'I pacchi si importano all’Accoglienza: qui si preparano soltanto.');
}
