import { Worker } from 'node:worker_threads';
import { copyStoreFile, type TestaArchivio } from '../../db/file/copia.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { removeQuietly } from '../cartella/file-atomico.ts';
import { type EsitoGiro, type RichiestaGiro, runGiro } from '../copie/giro.ts';

/** What the worker is given. */
export interface RichiestaCopia {
  readonly from: string;
  readonly key: Uint8Array;
  readonly to: string;
}
export type LavoroCopia =
  | { readonly tipo: 'copia'; readonly richiesta: RichiestaCopia }
  | { readonly tipo: 'giro'; readonly richiesta: RichiestaGiro };
export type RispostaCopia =
  | { ok: true; valore: TestaArchivio | EsitoGiro }
  | { ok: false; codice: string; messaggio: string };

/** Copies a store in a thread of its own. The key given is zeroed. @throws ErroreApprodo `archivio.*`, `copia.fallita` */
export async function copyInBackground(richiesta: RichiestaCopia): Promise<TestaArchivio> {
  const { from, key, to } = richiesta;
  try {
    const said = await runWorker({ tipo: 'copia', richiesta });
    if (said) return said as TestaArchivio;
    removeQuietly(to);
    return copyStoreFile(from, key, to);
  } finally {
    key.fill(0);
  }
}

/** Makes a round of copies in a thread of its own. The key given is zeroed. */
export async function runGiroInBackground(richiesta: RichiestaGiro): Promise<EsitoGiro> {
  try {
    return ((await runWorker({ tipo: 'giro', richiesta })) as EsitoGiro | undefined) ?? runGiro(richiesta);
  } finally {
    richiesta.chiave.fill(0);
  }
}

/**
 * The worker is beside this file, in the sources and in the built main process. Where a thread cannot be started (inside
 * some packages) undefined: the caller does the same work here, slower to answer meanwhile, as good.
 */
async function runWorker(workerData: LavoroCopia): Promise<TestaArchivio | EsitoGiro | undefined> {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  const worker = new Worker(new URL(`./copia-worker.${extension}`, import.meta.url), { workerData });
  const said = await new Promise<RispostaCopia | undefined>((done) => {
    worker.once('message', done);
    worker.once('error', () => done(undefined));
    worker.once('exit', () => done(undefined));
  });
  if (said && !said.ok) throw new ErroreApprodo(said.codice, said.messaggio);
  return said?.valore;
}
