import type { QueryClient } from '@tanstack/react-query';
import type { Output } from '../../electron/contract/index.ts';
import { chiaveDi, createQueryClient, tellSessioneCambiata } from '../api/index.ts';
import { type AppRouter, createAppRouter, storia } from '../router.tsx';

export type Sessione = Output<'sessione.get'>;

/** Everything one person has in this window. */
export interface Stanza {
  /** whose it is: name and role; a person whose role changed gets a new room */
  readonly id: string;
  readonly client: QueryClient;
  readonly router: AppRouter;
  /** the piece of the document it is drawn in, out of it while locked */
  readonly contenitore: HTMLElement;
  /** where its drawers, menus and questions are drawn: inside the piece, so that they go with it */
  readonly finestre: HTMLElement;
}

/** What a room had when it left, to be put back by hand: the document forgets it with the nodes. */
interface Lasciato {
  readonly indirizzo: string;
  readonly fuoco: Element | null;
  readonly scorrimenti: readonly (readonly [element: Element, top: number, left: number])[];
}

const lasciati = new WeakMap<Stanza, Lasciato>();

export function idStanza({ utente }: Sessione): string {
  return JSON.stringify([utente?.nome, utente?.ruolo]);
}

export function createStanza(sessione: Sessione): Stanza {
  const contenitore = document.createElement('div');
  contenitore.className = 'stanza';
  const finestre = document.createElement('div');
  const client = createQueryClient();
  // what the room knows of its session is always an open one: closed is the door's business, and would empty the page
  client.setQueryDefaults(['sessione.get'], {
    structuralSharing: (prima, dopo) => {
      const id = (valore: unknown) => (valore as Sessione).stato === 'aperta' && idStanza(valore as Sessione);
      if (prima === undefined || id(dopo) === id(prima)) return dopo;
      queueMicrotask(() => tellSessioneCambiata(false));
      return prima;
    },
  });
  client.setQueryData(chiaveDi('sessione.get', {}), sessione);
  return { id: idStanza(sessione), client, router: createAppRouter(), contenitore, finestre };
}

/** Out of the document, at once: nothing of it can be seen, read, found or printed. */
export function leaveStanza(stanza: Stanza): void {
  const { contenitore, client } = stanza;
  if (!contenitore.isConnected) return;
  const scorrimenti = [...contenitore.querySelectorAll('*')]
    .filter((element) => element.scrollTop !== 0 || element.scrollLeft !== 0)
    .map((element) => [element, element.scrollTop, element.scrollLeft] as const);
  const fuoco = contenitore.contains(document.activeElement) ? document.activeElement : null;
  lasciati.set(stanza, { indirizzo: storia.location.href, fuoco, scorrimenti });
  for (const file of contenitore.querySelectorAll<HTMLInputElement>('input[type=file]')) file.value = '';
  contenitore.remove();
  // what is not on the page is forgotten; what is, the page itself holds, and is read again on return
  client.removeQueries({ type: 'inactive', predicate: (query) => query.queryKey[0] !== 'sessione.get' });
  for (const query of client.getQueryCache().getAll())
    query.setOptions({ ...query.options, gcTime: Number.POSITIVE_INFINITY });
}

/** Back in the document, before it is drawn again: what measures itself finds its size. */
export function enterStanza(stanza: Stanza, sessione: Sessione): void {
  const lasciato = lasciati.get(stanza);
  if (lasciato) storia.replace(lasciato.indirizzo);
  stanza.client.setQueryData(chiaveDi('sessione.get', {}), sessione);
  document.body.append(stanza.contenitore);
}

/** After it is drawn: the page is read again, and everything is where it was. */
export function settleStanza(stanza: Stanza): void {
  const lasciato = lasciati.get(stanza);
  if (!lasciato) return;
  lasciati.delete(stanza);
  void stanza.client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'sessione.get' });
  for (const [element, top, left] of lasciato.scorrimenti) element.scrollTo(left, top);
  // after the panels have taken the focus for themselves
  setTimeout(() => {
    if (lasciato.fuoco instanceof HTMLElement && lasciato.fuoco.isConnected) lasciato.fuoco.focus();
  }, 50);
}
