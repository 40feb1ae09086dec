import {
  countNuove,
  findLettura,
  findUltimaVoce,
  type Lettore,
  listAggiunte,
  listRigheLette,
  type ParolaCercata,
  type RigaDiario,
  listDiario as readDiario,
} from '../../db/reads/diario.ts';
import type { Riga } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { addLetture, setLettura } from '../../db/writes/diario.ts';
import { DA_UN_FOGLIO, GIORNI_PRIMA_LETTURA, TIPI_DIARIO } from '../../domain/diario.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import { normalizeNome } from '../../domain/persona.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';
import { assertRegistroProprio } from './mese-aperto.ts';
import { getRigaOspite } from './ospite-riga.ts';
import { getStruttura } from './struttura.ts';

type RigaVista = Output<'diario.list'>['righe'][number];

/** @throws ErroreApprodo `struttura.sconosciuta`, `ospite.sconosciuto`, `diario.dove` */
export function listDiario(ctx: Contesto, input: Parsed<'diario.list'>): Output<'diario.list'> {
  const { store } = ctx;
  const { ospiteId, tipo, importanti, dal, al, prima, limite } = input;
  if (input.struttura === null && ospiteId === null)
    throw new ErroreApprodo('diario.dove', 'Dire di quale struttura o di quale ospite si vuole il diario.');
  const strutturaId = input.struttura === null ? null : getStruttura(store, input.struttura).id;
  if (ospiteId !== null) getRigaOspite(store, ospiteId);
  const parole = paroleDi(input.testo);
  // not the log's own last line: that would tell of gestures that are not the reader's to know
  const finoAVoce = strutturaId === null ? 0 : findUltimaVoce(store, strutturaId);
  const nuovePer = input.nuove && strutturaId !== null ? lettoreDi(ctx, strutturaId) : null;
  const filtro = { strutturaId, ospiteId, tipo, importanti, parole, dal, al, nuovePer, prima };
  const lette = readDiario(store, filtro, limite + 1);
  const righe = lette.slice(0, limite);
  const ultima = righe.at(-1);
  const aggiunte = Map.groupBy(
    listAggiunte(
      store,
      righe.map(({ id }) => id),
    ),
    ({ aggiungeA }) => aggiungeA ?? '',
  );
  const isNuova = novita(ctx, [...righe, ...[...aggiunte.values()].flat()]);
  return {
    righe: righe.map((riga) => toRiga(riga, aggiunte.get(riga.id) ?? [], isNuova)),
    altre: lette.length > limite && ultima ? { data: ultima.data, ora: ultima.ora, id: ultima.id } : null,
    finoAVoce,
  };
}

/** More words than these narrow nothing. */
const PAROLE = 8;

function paroleDi(cercato: string): ParolaCercata[] {
  const parole = cercato.split(/\s+/).map((testo) => ({ testo, nome: normalizeNome(testo) }));
  return parole.filter(({ nome }) => nome !== '').slice(0, PAROLE);
}

export function countDiario(ctx: Contesto, { struttura }: Parsed<'diario.count'>): Output<'diario.count'> {
  const { id: strutturaId } = getStruttura(ctx.store, struttura);
  return countNuove(ctx.store, lettoreDi(ctx, strutturaId));
}

function lettoreDi(ctx: Contesto, strutturaId: string): Lettore {
  const accountId = lettore(ctx);
  const finoAVoce = findLettura(ctx.store, accountId, strutturaId) ?? null;
  return { strutturaId, accountId, finoAVoce, nuoveDal: primoGiornoNuovo(ctx) };
}

/** @throws ErroreApprodo `struttura.sconosciuta`, `ospite.sconosciuto`, `diario.futuro`, `diario.sconosciuta`, `mese.altrui` */
export function addDiario(ctx: Contesto, input: Parsed<'diario.add'>): Output<'diario.add'> {
  assertRegistroProprio(ctx);
  const { tipo, data, ora, testo, importante } = input;
  const struttura = getStruttura(ctx.store, input.struttura);
  if (data > ctx.oggi())
    throw new ErroreApprodo(
      'diario.futuro',
      'Il diario dice quello che è successo: per un giorno che deve venire usare l’agenda o un promemoria.',
    );
  const radice = input.aggiungeA === null ? null : getRadice(ctx.store, input.aggiungeA);
  const ospiteId = radice ? radice.ospiteId : input.ospiteId;
  if (ospiteId !== null) getRigaOspite(ctx.store, ospiteId);
  const about = { struttura: struttura.codice, ospiteId: ospiteId ?? undefined };
  return ctx.store.write(gesto(ctx, 'diario.add', about), (tx) => {
    const id = tx.insert('diario', {
      ...{ strutturaId: radice?.strutturaId ?? struttura.id, ospiteId, data, ora, testo, importante },
      tipo: radice?.tipo ?? tipo,
      ...{ autoreId: lettore(ctx), autore: ctx.utente.nome, aggiungeA: radice?.id ?? null },
    });
    return { id, voce: tx.voce };
  });
}

/** Who said they had read, and up to where, is itself a fact of the log. */
export function markReadDiario(ctx: Contesto, input: Parsed<'diario.markRead'>): Output<'diario.markRead'> {
  const struttura = getStruttura(ctx.store, input.struttura);
  const accountId = lettore(ctx);
  const finoAVoce = Math.min(input.finoAVoce, ctx.store.registro.last().seq);
  if ((findLettura(ctx.store, accountId, struttura.id) ?? -1) >= finoAVoce) return {};
  const { righe } = input;
  const quali = righe ? `righe scelte: ${righe.length}` : `fino alla riga ${finoAVoce}`;
  const about = { struttura: struttura.codice, nota: quali };
  ctx.store.write({ ...gesto(ctx, 'diario.markRead', about), sempre: true }, (tx) => {
    if (righe) addLetture(tx, { accountId, strutturaId: struttura.id, finoAVoce }, righe);
    else setLettura(tx, accountId, struttura.id, finoAVoce);
  });
  return {};
}

/** The line that others add to: what adds to an addition adds to the first one. @throws ErroreApprodo `diario.sconosciuta` */
function getRadice(store: Store, id: string): Riga<'diario'> {
  const riga = store.find('diario', id);
  const radice = riga?.aggiungeA ? store.find('diario', riga.aggiungeA) : riga;
  if (!radice || radice.deletedAtMs !== null)
    throw new ErroreApprodo('diario.sconosciuta', 'Questa riga del diario non c’è più: ricaricare la pagina.');
  return radice;
}

/** Whose reading it is; outside the window (command line, tests) it is nobody's. */
function lettore({ utente }: Contesto): string {
  return utente.accountId ?? '';
}

function primoGiornoNuovo(ctx: Contesto): Giorno {
  return addGiorni(ctx.oggi(), -GIORNI_PRIMA_LETTURA);
}

/** Whether a line is new to who asks; each struttura has its own mark. */
function novita(ctx: Contesto, righe: readonly RigaDiario[]): (riga: RigaDiario) => boolean {
  const io = lettore(ctx);
  const lette = listRigheLette(
    ctx.store,
    io,
    righe.map(({ id }) => id),
  );
  const segni = new Map<string, number | undefined>();
  return (riga) => {
    if (riga.autoreId === io || lette.has(riga.id)) return false;
    if (!segni.has(riga.strutturaId)) segni.set(riga.strutturaId, findLettura(ctx.store, io, riga.strutturaId));
    const finoA = segni.get(riga.strutturaId);
    return finoA === undefined ? riga.data >= primoGiornoNuovo(ctx) : riga.voce > finoA;
  };
}

function toRiga(riga: RigaDiario, aggiunte: readonly RigaDiario[], isNuova: (riga: RigaDiario) => boolean): RigaVista {
  const { ospiteId, cognome, nome } = riga;
  const detta = (una: RigaDiario) => ({
    ...{ id: una.id, testo: una.testo, autore: una.autore, atMs: una.createdAtMs },
    ...{ nuova: isNuova(una), data: una.data, ora: una.ora, dalFoglio: una.autoreId === DA_UN_FOGLIO },
  });
  return {
    ...detta(riga),
    tipo: TIPI_DIARIO.find((uno) => uno === riga.tipo) ?? 'diario',
    ...{ importante: riga.importante === 1, struttura: riga.struttura },
    ospite: ospiteId === null ? null : { id: ospiteId, cognome: cognome ?? '', nome: nome ?? '' },
    aggiunte: aggiunte.map(detta),
  };
}
