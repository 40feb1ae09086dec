import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Store } from '../../db/store.ts';
import { ritratto } from '../electron/foglio/cartella.ts';
import { apri } from './scena-apri.ts';

/** Facts of a register without ids and instants: two stores with the same summary hold the same things. */
export function impronta(store: Store): string {
  const mesi = store.sqlite.prepare('SELECT mese, stato, revisione, mancanti, motivo FROM mesi ORDER BY mese').all();
  const pacchi = store.sqlite
    .prepare('SELECT verso, mese, revisione, numero, stato FROM pacchi ORDER BY numero, verso')
    .all();
  const righe = store.sqlite.prepare('SELECT azione, numero_righe FROM registro ORDER BY seq').all();
  return createHash('sha256')
    .update(JSON.stringify([ritratto(store), mesi, pacchi, righe]))
    .digest('hex');
}

export function improntaDi(cartella: string): string {
  const { ctx } = apri(join(cartella, 'dati'));
  try {
    return impronta(ctx.store);
  } finally {
    ctx.store.close();
  }
}
