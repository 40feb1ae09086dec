import { listContattiDi, listDelGiorno, listFuoriIl, listNomi, listPartecipanti } from '../../db/reads/agenda.ts';
import { listStrutture } from '../../db/reads/struttura.ts';
import type { Store } from '../../db/store.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import { type Giorno, meseDi } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { findSomiglianza } from '../../domain/incontro.ts';
import { nomeScritto } from '../../domain/persona.ts';
import type { Contesto } from './contesto.ts';
import { isVoce } from './lista.ts';
import { assertMeseAperto } from './mese-aperto.ts';

/** What visite, incontri and attivita have in common for the rules below. */
interface Fatto {
  readonly strutturaId: string;
  readonly data: Giorno;
  readonly stato: string;
}

/**
 * Refuses what an appointment may not become: a fact of a closed month, or something done on a day still to come. Pass both
 * what it was and what it is to be.
 * @throws ErroreApprodo `mese.chiuso`, `agenda.futuro`
 */
export function assertAppuntamento(ctx: Contesto, ...prima_dopo: readonly Fatto[]): void {
  for (const { strutturaId, data } of prima_dopo) assertMeseAperto(ctx.store, strutturaId, meseDi(data));
  const dopo = prima_dopo.at(-1);
  if (dopo && dopo.stato === 'fatto' && dopo.data > ctx.oggi())
    throw new ErroreApprodo(
      'agenda.futuro',
      `Il ${formatGiornoBreve(dopo.data)} deve ancora venire: salvare come previsto, oppure correggere la data.`,
    );
}

/** Of the program's lists and the office's, retired values too. @throws ErroreApprodo `lista.voce` */
export function assertVoceDi(store: Store, lista: string, voce: string | null | undefined, cosa: string): void {
  if (voce !== null && voce !== undefined && !isVoce(lista, voce, store))
    throw new ErroreApprodo('lista.voce', `${cosa}: la voce «${voce}» non è nell’elenco. Sceglierla dal menu.`);
}

/** Guests who exist, once each. @throws ErroreApprodo `ospite.sconosciuto` */
export function assertOspiti(store: Store, ospiti: readonly string[]): string[] {
  const unici = [...new Set(ospiti)];
  if (listNomi(store, unici).length !== unici.length)
    throw new ErroreApprodo('ospite.sconosciuto', 'Un ospite scelto non è più nel registro: ricaricare la pagina.');
  return unici;
}

/** Guests of something done or booked who are not staying in the struttura that day. A remark, never a refusal. */
export function avvisiAssenti(store: Store, { strutturaId, data, stato }: Fatto, ospiti: readonly string[]): string[] {
  if (stato === 'annullato') return [];
  const dentro = new Set(listDelGiorno(store, strutturaId, data));
  const fuori = listNomi(
    store,
    ospiti.filter((id) => !dentro.has(id)),
  );
  if (fuori.length === 0) return [];
  const nomi = fuori.map(nomeScritto).join(', ');
  const dove = `nella struttura il ${formatGiornoBreve(data)}: controllare la data`;
  return [fuori.length === 1 ? `${nomi} non risulta ${dove}.` : `${nomi} non risultano ${dove}.`];
}

/** Guests of something done on a day on which the grid gives them away. A remark, never a refusal. */
export function avvisiFuori(store: Store, { strutturaId, data, stato }: Fatto, ospiti: readonly string[]): string[] {
  if (stato !== 'fatto') return [];
  const fuori = new Map(listFuoriIl(store, strutturaId, data).map((uno) => [uno.ospiteId, uno.etichetta]));
  return listNomi(
    store,
    ospiti.filter((id) => fuori.has(id)),
  ).map((ospite) => {
    const quando = `il ${formatGiornoBreve(data)} nelle presenze è «${fuori.get(ospite.id) ?? ''}»`;
    return `${nomeScritto(ospite)}: ${quando}. Controllare quale delle due registrazioni è giusta.`;
  });
}

/**
 * Persons who are, or may be, among the participants as written, and whom a guest may not meet, or only in a protected meeting.
 * A remark, never a refusal.
 */
export function avvisiVietati(
  store: Store,
  { partecipanti, protetto, stato }: { partecipanti: string | null; protetto: boolean; stato: string },
  ospiti: readonly string[],
): string[] {
  if (partecipanti === null || stato === 'annullato') return [];
  const cognomi = listNomi(store, ospiti).map(({ cognome }) => cognome);
  return listContattiDi(store, ospiti).flatMap((contatto) => {
    const { nome, legame, incontri } = contatto;
    if (incontri !== 'vietato' && (incontri !== 'protetto' || protetto)) return [];
    const somiglia = findSomiglianza(partecipanti, contatto, cognomi);
    if (somiglia === null) return [];
    const chi = somiglia === 'nome' ? `${nome} (${legame})` : `Tra chi è venuto può esserci ${nome} (${legame})`;
    return incontri === 'vietato'
      ? [`${chi}: gli incontri sono vietati. Controllare prima di confermare.`]
      : [`${chi}: solo incontri protetti, e questo non lo è. Controllare prima di confermare.`];
  });
}

/** The codice of each struttura by its id. */
export function codiciStrutture(store: Store): Map<string, string> {
  return new Map(listStrutture(store).map(({ id, codice }) => [id, codice]));
}

/** Ids of who took part, in the order in which they are kept. */
export function idPartecipanti(store: Store, tabella: 'incontri' | 'attivita', id: string): string[] {
  return listPartecipanti(store, tabella, id)
    .map((ospite) => ospite.id)
    .toSorted();
}
