import { countModificheDopo } from '../../db/reads/copia.ts';
import type { Store } from '../../db/store.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { MotivoCopia } from '../../domain/rotazione.ts';
import { holdAvanzo } from '../cartella/avanzi.ts';
import type { EsitoGiro, RichiestaGiro } from '../copie/giro.ts';
import { nomeProvvisorio } from '../copie/luogo.ts';
import { type EsitoNoto, readStatoCopie, writeStatoCopie } from '../copie/stato.ts';
import { runGiroInBackground } from './copia-lancio.ts';
import { loadLuoghi } from './copie-luoghi.ts';

/** What a round of copies is made of: an open store, or one just closed whose key is still known. */
export interface SorgenteCopie {
  readonly dati: string;
  readonly store: Store;
  readonly chiave: Uint8Array;
  readonly oggi: Giorno;
}

const code = new Map<string, Promise<unknown>>();

/**
 * Starts a round of copies to every place of the office, one round at a time on a folder, and remembers how it went. What
 * is needed of the store is taken at once: it may be closed while the round runs.
 */
export function startGiro(sorgente: SorgenteCopie, motivo: MotivoCopia): Promise<EsitoGiro> {
  const { dati, store, chiave, oggi } = sorgente;
  const richiesta: RichiestaGiro = {
    ...{ dati, motivo, createdAtMs: store.nowMs(), giorno: oggi, provvisorio: nomeProvvisorio() },
    ...{ luoghi: loadLuoghi(store, dati), chiave: new Uint8Array(chiave) },
  };
  const release = holdAvanzo(richiesta.provvisorio);
  const giro = waitGiri(dati)
    .then(() => runGiroInBackground(richiesta))
    .then((esito) => {
      rememberGiro(richiesta, esito);
      return esito;
    })
    .finally(release);
  code.set(
    dati,
    giro.catch(() => undefined),
  );
  return giro;
}

/** Waits for the rounds under way on a folder. */
export async function waitGiri(dati: string): Promise<void> {
  await code.get(dati);
}

/** Whether a place has no copy of today yet. */
export function servePerOggi({ dati, store, oggi }: SorgenteCopie): boolean {
  const { esiti } = readStatoCopie(dati);
  return loadLuoghi(store, dati).some(
    ({ percorso }) => esiti.find((esito) => esito.percorso === percorso)?.riuscita?.giorno !== oggi,
  );
}

/** Whether something was registered since the last copy of some place. */
export function isCambiato({ dati, store }: SorgenteCopie): boolean {
  const { esiti } = readStatoCopie(dati);
  return loadLuoghi(store, dati).some(({ percorso }) => {
    const voce = esiti.find((esito) => esito.percorso === percorso)?.riuscita?.voce ?? 0;
    return countModificheDopo(store, voce) > 0;
  });
}

function rememberGiro({ dati, luoghi, createdAtMs, giorno }: RichiestaGiro, { voce, esiti }: EsitoGiro): void {
  const prima = readStatoCopie(dati);
  const dopo = esiti.map(({ percorso, fatta, errore }): EsitoNoto => {
    const noto = prima.esiti.find((esito) => esito.percorso === percorso);
    const riuscita = fatta && voce !== null ? { ...fatta, atMs: createdAtMs, giorno, voce } : (noto?.riuscita ?? null);
    return { percorso, riuscita, errore, dalMs: errore ? (noto?.dalMs ?? createdAtMs) : null };
  });
  const altri = prima.esiti.filter((noto) => !dopo.some((esito) => esito.percorso === noto.percorso));
  try {
    writeStatoCopie(dati, { formato: 1, luoghi: [...luoghi], esiti: [...dopo, ...altri] });
  } catch {
    // the folder went away or is full: the copies are where they are, the next round tells again
  }
}
