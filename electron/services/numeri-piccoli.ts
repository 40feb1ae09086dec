import type { Output, Parsed } from '../contract/index.ts';
import { type Contesto, gesto } from './contesto.ts';

const IMPOSTAZIONE = 'sogliaNumeriPiccoli';
/** Fewer persons than these may be recognised: the threshold of ISTAT and of the regional reports. */
const PREDEFINITA = 5;

export function getSoglia({ store }: Contesto): Output<'numeriPiccoli.get'> {
  const scritta = Number(store.findImpostazione(IMPOSTAZIONE) ?? PREDEFINITA);
  return { soglia: Number.isInteger(scritta) ? scritta : PREDEFINITA };
}

export function saveSoglia(ctx: Contesto, { soglia }: Parsed<'numeriPiccoli.save'>): Output<'numeriPiccoli.save'> {
  const valore = String(soglia);
  ctx.store.write(gesto(ctx, 'numeriPiccoli.save'), (tx) => {
    if (tx.find('impostazioni', IMPOSTAZIONE)) tx.update('impostazioni', IMPOSTAZIONE, { valore, deletedAtMs: null });
    else tx.insert('impostazioni', { id: IMPOSTAZIONE, valore });
  });
  return {};
}
