import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countModificheDopo } from '../../db/reads/copia.ts';
import { Store } from '../../db/store.ts';
import { holdAvanzo } from '../cartella/avanzi.ts';
import { fileCartella } from '../cartella/cartella.ts';
import { toErroreFile } from '../cartella/file-atomico.ts';
import { parsePortachiavi, unlockKey } from '../chiavi/portachiavi.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { extractArchivio, readCopia } from '../copie/copia-file.ts';
import { type ContestoAccessi, gesto } from './contesto.ts';
import { PROVA_RIPRISTINO } from './copie.ts';
import { runVerifica } from './verifica.ts';

/**
 * Restores a copy aside, encrypted as it is, opens it with the password, checks everything that must hold, and says what
 * would be lost by going back to it. Nothing of it stays but the line of the log.
 * @throws ErroreApprodo `copia.*`, `sessione.password`, `archivio.*`, `file.*`
 */
export async function provaRipristino(
  ctx: ContestoAccessi,
  { file, password }: Parsed<'copie.prova'>,
): Promise<Output<'copie.prova'>> {
  const copia = readCopia(file);
  const { chiave } = await unlockKey(parsePortachiavi(copia.chiavi.toString('utf8')), password);
  const nome = `prova-ripristino-${randomUUID()}`;
  const release = holdAvanzo(nome);
  const cartella = join(ctx.dati, nome);
  let store: Store | undefined;
  try {
    mkdirSync(cartella, { mode: 0o700 });
    const archivio = fileCartella(cartella).archivio;
    extractArchivio(copia, archivio, chiave);
    store = Store.open({ file: archivio, key: chiave, clock: () => ctx.store.nowMs() });
    const { esito: intera, controlli } = await runVerifica({ ...ctx, store, dati: cartella });
    const persi = countPersi(ctx.store, store);
    const frase = diPersi(persi, intera);
    const esito = intera && persi !== null;
    remember(ctx, copia.manifesto.createdAtMs, { esito, frase });
    return { esito, frase, persi, controlli: controlli.map(({ nome: di, esito: va }) => ({ nome: di, esito: va })) };
  } catch (error) {
    throw toErroreFile(error, cartella);
  } finally {
    store?.close();
    chiave.fill(0);
    rmSync(cartella, { recursive: true, force: true });
    release();
  }
}

/** Changes that today's store has and the copy has not; null when the copy's last line is not in today's log. */
function countPersi(oggi: Store, copia: Store): number | null {
  const { seq, hash } = copia.registro.last();
  return seq === 0 || oggi.registro.find(seq)?.hash !== hash ? null : countModificheDopo(oggi, seq);
}

function diPersi(persi: number | null, intera: boolean): string {
  if (!intera) return 'La copia si apre, ma qualcosa non torna nei suoi dati: usarne un’altra e avvisare l’assistenza.';
  if (persi === null)
    return 'La copia si apre ed è in ordine, ma non è di questo registro, o viene da un archivio più avanti di questo.';
  if (persi === 0) return 'La copia si apre, è in ordine e contiene tutto quello che è registrato oggi.';
  return `La copia si apre ed è in ordine: tornando a lei si perderebbero ${persi === 1 ? 'una modifica fatta' : `${persi} modifiche fatte`} dopo.`;
}

function remember(ctx: ContestoAccessi, copiaAtMs: number, prova: { esito: boolean; frase: string }): void {
  const nota = `copia del ${new Date(copiaAtMs).toISOString()}: ${prova.frase}`;
  ctx.store.write(gesto(ctx, 'copie.prova', { nota }), (tx) => {
    const valore = JSON.stringify({ atMs: tx.atMs, ...prova });
    if (tx.find('impostazioni', PROVA_RIPRISTINO)) tx.update('impostazioni', PROVA_RIPRISTINO, { valore });
    else tx.insert('impostazioni', { id: PROVA_RIPRISTINO, valore });
  });
}
