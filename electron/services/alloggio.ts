import { listPresentiConStanza, listStanze } from '../../db/reads/stanza.ts';
import type { Riga, Scrittura } from '../../db/scrittura.ts';
import type { Store } from '../../db/store.ts';
import { isAperta } from '../../domain/apertura.ts';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Giorno } from '../../domain/giorno.ts';
import { formatGiorno } from '../../domain/giorno-testo.ts';
import type { Parsed } from '../contract/index.ts';

/** The room, and the bed as it is called, of who is admitted. */
export type Alloggio = NonNullable<Parsed<'ingressi.register'>['alloggio']>;

/** The room of a stay from its first day on, in the gesture of the admission. @throws ErroreApprodo `stanza.*` */
export function insertAlloggio(
  store: Store,
  tx: Scrittura,
  {
    id,
    strutturaId,
    dataIngresso,
  }: { readonly id: string; readonly strutturaId: string; readonly dataIngresso: Giorno },
  { stanzaId, letto }: Alloggio,
): void {
  assertUsabile(getStanza(store, stanzaId), strutturaId, dataIngresso);
  tx.insert('alloggi', { ingressoId: id, dal: dataIngresso, stanzaId, letto });
}

/** What to say of a room with more guests than beds. */
export function avvisiStanza(store: Store, stanzaId: string, giorno: Giorno): string[] {
  const stanza = store.find('stanze', stanzaId);
  if (!stanza) return [];
  const dentro = listPresentiConStanza(store, stanza.strutturaId, giorno).filter((p) => p.stanzaId === stanzaId).length;
  if (dentro <= stanza.letti) return [];
  const letti = stanza.letti === 1 ? 'un letto' : `${stanza.letti} letti`;
  return [`La stanza ${stanza.nome} ha ${letti} e ${dentro} ospiti: controllare chi ci dorme.`];
}

/** Who is here on the night of a day and has no room in use; nobody, where the struttura has no rooms. */
export function listSenzaStanza(store: Store, strutturaId: string, giorno: Giorno) {
  const usabili = new Set(listStanze(store, strutturaId).flatMap((s) => (isAperta(s, giorno) ? [s.id] : [])));
  if (usabili.size === 0) return [];
  return senzaStanza(listPresentiConStanza(store, strutturaId, giorno), usabili);
}

/** Of these guests, those whose room is none of these. */
export function senzaStanza(presenti: ReturnType<typeof listPresentiConStanza>, usabili: ReadonlySet<string>) {
  return presenti
    .filter((p) => p.stanzaId === null || !usabili.has(p.stanzaId))
    .map(({ ingressoId, ospiteId, cognome, nome }) => ({ ingressoId, ospiteId, cognome, nome }));
}

/** @throws ErroreApprodo `stanza.sconosciuta`, `stanza.chiusa` */
export function assertUsabile(stanza: Riga<'stanze'>, strutturaId: string, giorno: Giorno): void {
  if (stanza.strutturaId !== strutturaId)
    throw new ErroreApprodo('stanza.sconosciuta', 'La stanza è di un’altra struttura: sceglierla dall’elenco.');
  if (!isAperta(stanza, giorno))
    throw new ErroreApprodo(
      'stanza.chiusa',
      `La stanza ${stanza.nome} non è in uso il ${formatGiorno(giorno)}: sceglierne un’altra o un altro giorno.`,
    );
}

/** @throws ErroreApprodo `stanza.sconosciuta` */
export function getStanza(store: Store, id: string): Riga<'stanze'> {
  const riga = store.find('stanze', id);
  if (!riga || riga.deletedAtMs !== null)
    throw new ErroreApprodo('stanza.sconosciuta', 'Questa stanza non c’è più: ricaricare la pagina.');
  return riga;
}
