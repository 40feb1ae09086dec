import type { QueryClient } from '@tanstack/react-query';

/** The rooms nobody is in now, each by the client its pages ask with. */
const lasciate = new WeakSet<QueryClient>();

/** Somebody leaves their room, or is in it again. */
export function segnaLasciata(client: QueryClient, lasciata: boolean): void {
  if (lasciata) lasciate.add(client);
  else lasciate.delete(client);
}

/** Whether the room of these pages is left: an answer that comes now is not for who is at the window. */
export function isLasciata(client: QueryClient): boolean {
  return lasciate.has(client);
}
