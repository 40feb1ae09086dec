import { listAvvertenzeVigenti } from '../../db/reads/avvertenza.ts';
import {
  listNatiOCodice,
  listNomi,
  listOspiti as readOspiti,
  searchOspiti as readTrovati,
} from '../../db/reads/ospite.ts';
import { listUsciti as readUsciti } from '../../db/reads/uscita.ts';
import type { Store } from '../../db/store.ts';
import { normalizeCodiceFiscale } from '../../domain/codice-fiscale.ts';
import { GIORNI_DOPO_USCITA } from '../../domain/diario.ts';
import { perchePotrebbeEssere } from '../../domain/doppione.ts';
import { etaIl } from '../../domain/eta.ts';
import { addGiorni } from '../../domain/giorno.ts';
import { giornoDiNascita } from '../../domain/nascita.ts';
import { normalizeNome } from '../../domain/persona.ts';
import { scartoParola } from '../../domain/somiglianza.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { toTipo } from './avvertenza.ts';
import { findOspitiPerCodice } from './codice-ospite.ts';
import type { Contesto } from './contesto.ts';
import { getStruttura } from './struttura.ts';

/** @throws ErroreApprodo `struttura.sconosciuta` */
export function listUsciti(ctx: Contesto, input: Parsed<'ospiti.listUsciti'>): Output<'ospiti.listUsciti'> {
  const { id: strutturaId } = getStruttura(ctx.store, input.struttura);
  const dal = addGiorni(input.giorno, -GIORNI_DOPO_USCITA);
  return readUsciti(ctx.store, { strutturaId, dal, al: input.giorno });
}

/** Names that are only near, at most: more would be noise. */
const MASSIMO_SIMILI = 50;

interface Indice {
  /** the log line up to which it holds */
  readonly voce: number;
  /** each word of a name, and who has it */
  readonly parole: ReadonlyMap<string, readonly string[]>;
}

const indici = new WeakMap<Store, Indice>();

/** The words of every name; made again after anything is written. */
function indiceDi(store: Store): Indice {
  const voce = store.registro.last().seq;
  const noto = indici.get(store);
  if (noto?.voce === voce) return noto;
  const parole = new Map<string, string[]>();
  for (const { id, chiaveNome } of listNomi(store))
    for (const parola of new Set(chiaveNome.split(' '))) {
      const chi = parole.get(parola);
      if (chi) chi.push(id);
      else parole.set(parola, [id]);
    }
  const indice = { voce, parole };
  indici.set(store, indice);
  return indice;
}

/** Ospiti of whose name every word typed is one, or nearly one: nearest first. */
function listSimili(store: Store, parole: readonly string[]): string[] {
  let scarti: Map<string, number> | undefined;
  for (const scritta of parole) {
    const suoi = new Map<string, number>();
    for (const [nota, chi] of indiceDi(store).parole) {
      const scarto = scartoParola(scritta, nota);
      if (scarto === undefined) continue;
      for (const id of chi) {
        const finora = scarti === undefined ? 0 : scarti.get(id);
        if (finora !== undefined) suoi.set(id, Math.min(finora + scarto, suoi.get(id) ?? Number.POSITIVE_INFINITY));
      }
    }
    scarti = suoi;
  }
  return [...(scarti ?? [])]
    .sort(([, a], [, b]) => a - b)
    .slice(0, MASSIMO_SIMILI)
    .map(([id]) => id);
}

function paroleDi(testo: string): string[] {
  return normalizeNome(testo).split(' ').filter(Boolean);
}

type Trovato = Output<'ospiti.search'>[number];

/** These ospiti as a search gives them, in this order. */
function trovati({ store, oggi }: Contesto, ids: readonly string[], simile: boolean): Trovato[] {
  const posto = new Map(ids.map((id, indice) => [id, indice]));
  return readTrovati(store, [], '', ids, oggi(), Math.max(1, ids.length))
    .sort((a, b) => (posto.get(a.id) ?? 0) - (posto.get(b.id) ?? 0))
    .map((riga) => ({ ...riga, simile }));
}

export function searchOspiti(ctx: Contesto, { testo, limite }: Parsed<'ospiti.search'>): Output<'ospiti.search'> {
  const parole = paroleDi(testo);
  if (parole.length === 0) return [];
  const perCodice = findOspitiPerCodice(ctx.store, testo);
  const cf = normalizeCodiceFiscale(testo);
  const esatti = readTrovati(ctx.store, parole, cf, perCodice, ctx.oggi(), limite).map((riga) => ({
    ...riga,
    simile: false,
  }));
  if (esatti.length >= limite) return esatti;
  const gia = new Set(esatti.map(({ id }) => id));
  const altri = listSimili(ctx.store, parole).filter((id) => !gia.has(id));
  return [...esatti, ...trovati(ctx, altri.slice(0, limite - esatti.length), true)];
}

/** Everyone whose name holds every word, present, gone or both; where nobody is called so, those called nearly so. */
export function listOspiti(ctx: Contesto, input: Parsed<'ospiti.list'>): Output<'ospiti.list'> {
  const { testo, stato, limite } = input;
  const parole = paroleDi(testo);
  const comune = { presenti: stato === 'tutti' ? null : stato === 'presenti', oggi: ctx.oggi(), limite };
  const ids = findOspitiPerCodice(ctx.store, testo);
  const esatti = readOspiti(ctx.store, { ...comune, parole, codiceFiscale: normalizeCodiceFiscale(testo), ids });
  const simili = esatti.totale === 0 && parole.length > 0;
  const { ospiti, totale } = simili
    ? readOspiti(ctx.store, { ...comune, parole: null, codiceFiscale: '', ids: listSimili(ctx.store, parole) })
    : esatti;
  return { ospiti: conAvvertenze(ctx, ospiti), totale, simili: simili && totale > 0 };
}

function conAvvertenze(ctx: Contesto, righe: ReturnType<typeof readOspiti>['ospiti']): Output<'ospiti.list'>['ospiti'] {
  const oggi = ctx.oggi();
  const ids = righe.map(({ id }) => id);
  const avvertenze = listAvvertenzeVigenti(ctx.store, ids, oggi);
  return righe.map(({ identitaDaConfermare, ...riga }) => ({
    ...riga,
    eta: etaIl(giornoDiNascita(riga.dataNascita), oggi),
    identitaDaConfermare: identitaDaConfermare === 1,
    avvertenze: (avvertenze.get(riga.id) ?? []).map(({ tipo, testo }) => ({ tipo: toTipo(tipo), testo })),
  }));
}

/** Who the person being written may already be, each with why; those with the strongest reason first. */
export function listSimiliA(ctx: Contesto, input: Parsed<'ospiti.listSimili'>): Output<'ospiti.listSimili'> {
  const { cognome, nome, dataNascita, codiceFiscale, tranne } = input;
  const nuovo = { cognome, nome, dataNascita, codiceFiscale };
  const vicini = [
    ...listNatiOCodice(ctx.store, dataNascita, normalizeCodiceFiscale(codiceFiscale ?? '')),
    ...listSimili(ctx.store, paroleDi(cognome)),
    // surname and name swapped
    ...listSimili(ctx.store, paroleDi(nome)),
  ];
  return trovati(ctx, [...new Set(vicini)], true)
    .flatMap((riga) => {
      const perche = riga.id === tranne ? undefined : perchePotrebbeEssere(nuovo, riga);
      return perche === undefined ? [] : [{ ...riga, perche }];
    })
    .slice(0, 5);
}
