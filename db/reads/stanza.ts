import type { Giorno } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** The rooms of a struttura, closed ones too, by name. */
export function listStanze(store: Store, strutturaId: string): Riga<'stanze'>[] {
  return store.select('stanze', 't.deleted_at_ms IS NULL AND t.struttura_id = @strutturaId ORDER BY t.nome, t.id', {
    strutturaId,
  });
}

/** Who works in a struttura, those who left last. */
export function listOperatori(store: Store, strutturaId: string): Riga<'operatori'>[] {
  return store.select(
    'operatori',
    't.deleted_at_ms IS NULL AND t.struttura_id = @strutturaId ORDER BY t.al IS NOT NULL, t.nome, t.id',
    { strutturaId },
  );
}

export interface PresenteConStanza {
  readonly ingressoId: string;
  readonly ospiteId: string;
  readonly cognome: string;
  readonly nome: string;
  readonly alloggioId: string | null;
  readonly dal: Giorno | null;
  readonly stanzaId: string | null;
  readonly letto: string | null;
}

/** Who has a stay on the night of a day, with the room they are in by then, by name. */
export function listPresentiConStanza(store: Store, strutturaId: string, giorno: Giorno): PresenteConStanza[] {
  return store
    .prepare(
      `SELECT i.id AS ingressoId, i.ospite_id AS ospiteId, o.cognome, o.nome, l.id AS alloggioId, l.dal,
         l.stanza_id AS stanzaId, l.letto
       FROM ingressi i JOIN ospiti o ON o.id = i.ospite_id
       LEFT JOIN alloggi l ON l.id = (SELECT a.id FROM alloggi a WHERE a.ingresso_id = i.id AND a.deleted_at_ms IS NULL
         AND a.dal <= @giorno ORDER BY a.dal DESC, a.id DESC LIMIT 1)
       WHERE i.struttura_id = @strutturaId AND i.deleted_at_ms IS NULL AND i.data_ingresso <= @giorno
         AND (i.data_dimissione IS NULL OR i.data_dimissione > @giorno)
       ORDER BY o.chiave_nome, i.data_ingresso`,
    )
    .all({ strutturaId, giorno }) as PresenteConStanza[];
}

/** The rooms a stay had, in order. */
export function listAlloggi(store: Store, ingressoId: string): Riga<'alloggi'>[] {
  return store.select('alloggi', 't.deleted_at_ms IS NULL AND t.ingresso_id = @ingressoId ORDER BY t.dal, t.id', {
    ingressoId,
  });
}
