import { and, asc, eq, isNull } from 'drizzle-orm';
import { type Apertura, aperteInsieme } from '../../domain/apertura.ts';
import { moduli, posti, strutture } from '../schema/index.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

export type Struttura = Riga<'strutture'>;
export type Modulo = Riga<'moduli'>;
/** A period of places, with the days its modulo is open: outside of them it counts nothing. */
export type PostiRiga = Riga<'posti'> & { readonly apertura: Apertura };

export function listStrutture(store: Store): Struttura[] {
  return store.orm.select().from(strutture).where(isNull(strutture.deletedAtMs)).orderBy(asc(strutture.nome)).all();
}

export function findStruttura(store: Store, codice: string): Struttura | undefined {
  const where = and(eq(strutture.codice, codice), isNull(strutture.deletedAtMs));
  return store.orm.select().from(strutture).where(where).get();
}

export function listModuli(store: Store): Modulo[] {
  return store.orm.select().from(moduli).where(isNull(moduli.deletedAtMs)).orderBy(asc(moduli.codice)).all();
}

export function findModulo(store: Store, codice: string): Modulo | undefined {
  return store.orm
    .select()
    .from(moduli)
    .where(and(eq(moduli.codice, codice), isNull(moduli.deletedAtMs)))
    .get();
}

/** A struttura or a modulo that was taken away, by its codice: written again, it is that one that comes back. */
export function findTolta<T extends 'strutture' | 'moduli'>(
  store: Store,
  tabella: T,
  codice: string,
): Riga<T> | undefined {
  return store.select(tabella, 't.codice = @codice AND t.deleted_at_ms IS NOT NULL', { codice })[0];
}

export function listPosti(store: Store): PostiRiga[] {
  return store.orm
    .select({
      riga: posti,
      modulo: { dal: moduli.dal, al: moduli.al },
      struttura: { dal: strutture.dal, al: strutture.al },
    })
    .from(posti)
    .innerJoin(moduli, eq(moduli.id, posti.moduloId))
    .innerJoin(strutture, eq(strutture.id, moduli.strutturaId))
    .where(isNull(posti.deletedAtMs))
    .orderBy(asc(posti.validoDal))
    .all()
    .map(({ riga, modulo, struttura }) => ({ ...riga, apertura: aperteInsieme(modulo, struttura) }));
}

/** First and last month with a presence row, by struttura id. */
export function listMesiRegistrati(store: Store): Map<string, { primo: string; ultimo: string }> {
  const rows = store.sqlite
    .prepare(
      `SELECT i.struttura_id AS id, min(p.mese) AS primo, max(p.mese) AS ultimo
       FROM presenze p JOIN ingressi i ON i.id = p.ingresso_id
       WHERE p.deleted_at_ms IS NULL AND i.deleted_at_ms IS NULL GROUP BY i.struttura_id`,
    )
    .all() as { id: string; primo: string; ultimo: string }[];
  return new Map(rows.map((row) => [row.id, row]));
}
