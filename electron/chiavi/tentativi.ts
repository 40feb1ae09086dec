import { z } from 'zod';

/** Wrong passwords given for one account: how many in a row, when the last one, how many are not yet in the log. */
export const tentativo = z.object({
  /** the account */
  id: z.string().min(1),
  consecutivi: z.number().int().min(0),
  /** epoch ms */
  ultimoAtMs: z.number(),
  daRegistrare: z.number().int().min(0),
});
export type Tentativo = z.infer<typeof tentativo>;

const PRIMA_MS = 1000;
const MASSIMA_MS = 30_000;

/** How long to wait after so many wrong passwords in a row: 1, 2, 4, 8, 16, then 30 seconds. Milliseconds. */
export function attesaDopo(consecutivi: number): number {
  return consecutivi === 0 ? 0 : Math.min(MASSIMA_MS, PRIMA_MS * 2 ** Math.min(consecutivi - 1, 10));
}

/** How long before another password may be tried for these accounts: the longest of theirs. Milliseconds. */
export function attesaMs(tentativi: readonly Tentativo[], ids: readonly string[], nowMs: number): number {
  const waits = tentativi
    .filter((one) => ids.includes(one.id))
    // a clock turned back must not lengthen the wait beyond the whole of it
    .map((one) => Math.min(attesaDopo(one.consecutivi), one.ultimoAtMs + attesaDopo(one.consecutivi) - nowMs));
  return Math.max(0, ...waits);
}

/** The clock was turned back under a wait: it starts again from now, or it would last until the old hour comes. */
export function rebaseTentativi(tentativi: readonly Tentativo[], nowMs: number): Tentativo[] {
  return tentativi.map((one) => (one.ultimoAtMs > nowMs ? { ...one, ultimoAtMs: nowMs } : one));
}

/** One more wrong password, for each of the accounts it was tried on. */
export function addTentativo(tentativi: readonly Tentativo[], ids: readonly string[], nowMs: number): Tentativo[] {
  const known = new Map(tentativi.map((one) => [one.id, one]));
  for (const id of ids) {
    const { consecutivi = 0, daRegistrare = 0 } = known.get(id) ?? {};
    known.set(id, { id, consecutivi: consecutivi + 1, ultimoAtMs: nowMs, daRegistrare: daRegistrare + 1 });
  }
  return [...known.values()];
}

/** All are in the log by now; the account that entered starts again from none. */
export function settleTentativi(tentativi: readonly Tentativo[], entrato: string): Tentativo[] {
  return tentativi
    .map((one) => ({ ...one, daRegistrare: 0, consecutivi: one.id === entrato ? 0 : one.consecutivi }))
    .filter((one) => one.consecutivi > 0);
}
