import type { Contesto } from '../services/contesto.ts';

/** A page that asks again within this time, for the same person and guest, is still the same reading. */
export const STESSA_LETTURA_MS = 5 * 60_000;

/**
 * Whether the last line about this guest already says that this person read this, moments ago: a page that refreshes after a
 * change is one reading, not ten. Another person, another guest's gesture, a clock turned back: a new line.
 */
export function isStessaLettura({ store, utente }: Contesto, azione: string, ospiteId: string): boolean {
  const ultima = store.registro.findUltimaLettura(ospiteId, azione, utente.nome);
  if (!ultima || ultima.accountId !== utente.accountId) return false;
  const passati = store.nowMs() - ultima.atMs;
  return passati >= 0 && passati < STESSA_LETTURA_MS;
}
