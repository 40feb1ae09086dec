import { z } from 'zod';
import type { Store } from '../../db/store.ts';
import { MINUTI_BLOCCO, MINUTI_PREDEFINITI } from '../contract/blocco.ts';
import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';

const NOME = 'bloccoMinuti';
const minuti = z.coerce.number().pipe(z.literal(MINUTI_BLOCCO));

/** Minutes of inactivity after which this installation locks; what is not one of the choices counts as the usual ten. */
export function findBloccoMinuti(store: Store): number {
  return minuti.catch(MINUTI_PREDEFINITI).parse(store.findImpostazione(NOME));
}

export function setBlocco(ctx: Contesto, input: Parsed<'blocco.set'>): Output<'blocco.set'> {
  const valore = String(input.minuti);
  ctx.store.write(gesto(ctx, 'blocco.set'), (tx) => {
    if (tx.find('impostazioni', NOME)) tx.update('impostazioni', NOME, { valore });
    else tx.insert('impostazioni', { id: NOME, valore });
  });
  return {};
}
