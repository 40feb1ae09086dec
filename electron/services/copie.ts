import { z } from 'zod';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { toErroreFile } from '../cartella/file-atomico.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { listCopie, listDischi, sortCopie } from '../copie/elenco.ts';
import { adoptLuogo, isCartella, type Luogo } from '../copie/luogo.ts';
import { type EsitoNoto, readStatoCopie, writeStatoCopie } from '../copie/stato.ts';
import { diciDimenticati, listDimenticati } from './arretrato.ts';
import { type ContestoAccessi, gesto } from './contesto.ts';
import { startGiro } from './copie-giro.ts';
import { assertLuoghi, loadLuoghi, luoghiImpostazione } from './copie-luoghi.ts';

type LuogoNoto = Output<'copie.get'>['luoghi'][number];

/** Names of the setting that remembers the last rehearsal. */
export const PROVA_RIPRISTINO = 'provaRipristino';
const prova = z.object({ atMs: z.number(), frase: z.string(), esito: z.boolean() });

/** For the bottom line: the last copy, and the places that are behind. */
export function getStatoCopie(ctx: ContestoAccessi): Output<'copie.getStato'> {
  const { store, dati } = ctx;
  const noti = loadLuoghi(store, dati).map((luogo) => ({ luogo, esito: findEsito(dati, luogo) }));
  const riuscite = noti.flatMap(({ esito }) => esito?.riuscita?.atMs ?? []);
  return {
    ultimaAtMs: riuscite.length === 0 ? null : Math.max(...riuscite),
    arretrato: listDimenticati(ctx).length > 0,
    mancanti: noti.flatMap(({ luogo: { tipo }, esito }) =>
      esito?.errore ? [{ tipo, assente: isAssente(esito.errore.codice), dalMs: esito.dalMs ?? 0 }] : [],
    ),
  };
}

export function getCopie(ctx: ContestoAccessi): Output<'copie.get'> {
  const { store, dati } = ctx;
  const luoghi = loadLuoghi(store, dati);
  return {
    luoghi: luoghi.map((luogo) => describe(luogo, findEsito(dati, luogo), store.dispositivo)),
    predefinito: store.findImpostazione(luoghiImpostazione.id) === undefined,
    arretrati: diciDimenticati(listDimenticati(ctx)),
    suggeriti: listDischi(),
    prova: findProva(store),
  };
}

/**
 * Chooses the places. A stick or a share must be reachable now: it is marked, so that another one in its place is not
 * taken for it.
 * @throws ErroreApprodo `copia.*`, `file.*`
 */
export function saveLuoghi(ctx: ContestoAccessi, input: Parsed<'copie.save'>): Output<'copie.save'> {
  const { store, dati } = ctx;
  const luoghi = assertLuoghi(input.luoghi, dati);
  for (const luogo of luoghi) adopt(luogo, store.dispositivo);
  const valore = luoghiImpostazione.toValore(luoghi);
  const nota = luoghi.map(({ tipo, percorso }) => `${tipo}: ${percorso}`).join('; ');
  store.write(gesto(ctx, 'copie.save', { nota: nota.slice(0, 500) }), (tx) => {
    const { id } = luoghiImpostazione;
    if (tx.find('impostazioni', id)) tx.update('impostazioni', id, { valore, deletedAtMs: null });
    else tx.insert('impostazioni', { id, valore });
  });
  const { esiti } = readStatoCopie(dati);
  // a place chosen again begins anew: what it failed before is no longer true
  writeStatoCopie(dati, { formato: 1, luoghi, esiti: esiti.map((esito) => ({ ...esito, errore: null, dalMs: null })) });
  return {};
}

/** A copy now, in every place, asked by somebody. */
export async function runCopie(ctx: ContestoAccessi): Promise<Output<'copie.run'>> {
  const { esiti } = await startGiro({ ...ctx, oggi: ctx.oggi() }, 'mano');
  const nota = esiti.map(({ fatta, errore }) => fatta?.file ?? errore?.codice ?? '').join('; ');
  ctx.store.write({ ...gesto(ctx, 'copie.run', { nota: nota.slice(0, 500) }), sempre: true }, () => undefined);
  return {
    esiti: esiti.map(({ percorso, fatta, errore }) => ({
      ...{ percorso, file: fatta?.file ?? null, errore: errore?.messaggio ?? null },
    })),
  };
}

function describe(luogo: Luogo, esito: EsitoNoto | undefined, dispositivo: string): LuogoNoto {
  const copie = sortCopie(listCopie(luogo.percorso)).map(({ dispositivo: di, ...copia }) => ({
    ...copia,
    propria: di === dispositivo,
  }));
  const { riuscita = null, errore = null, dalMs = null } = esito ?? {};
  const ultima = riuscita && { atMs: riuscita.atMs, file: riuscita.file, byte: riuscita.byte };
  return { ...luogo, ultima, errore: errore?.messaggio ?? null, dalMs, copie };
}

function adopt(luogo: Luogo, dispositivo: string): void {
  if (luogo.tipo !== 'cartella' && !isCartella(luogo.percorso))
    throw new ErroreApprodo(
      'copia.luogo_assente',
      `${luogo.percorso}: questa cartella adesso non c’è: ${luogo.tipo === 'chiavetta' ? 'inserire la chiavetta' : 'collegare la cartella di rete'} e ripetere.`,
    );
  try {
    adoptLuogo(luogo, dispositivo);
  } catch (error) {
    throw toErroreFile(error, luogo.percorso);
  }
}

function findEsito(dati: string, { percorso }: Luogo): EsitoNoto | undefined {
  return readStatoCopie(dati).esiti.find((esito) => esito.percorso === percorso);
}

function findProva(store: Store): Output<'copie.get'>['prova'] {
  const valore = store.findImpostazione(PROVA_RIPRISTINO);
  if (valore === undefined) return null;
  const parsed = prova.safeParse(JSON.parse(valore));
  return parsed.success ? parsed.data : null;
}

/** Whether a place is simply not there, as a stick in a drawer: said, and nobody is alarmed. */
function isAssente(codice: string): boolean {
  return codice === 'copia.luogo_assente' || codice === 'file.assente';
}
