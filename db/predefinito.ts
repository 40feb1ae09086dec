import { getTableColumns } from 'drizzle-orm';
import { type Modifica, type Tabella, TRACKED } from './scrittura.ts';

const COLONNE = new Map<Tabella, ReadonlyMap<string, unknown>>();

/** Columns that are never null, with the value they have when nobody gave one. */
function predefiniti(tabella: Tabella): ReadonlyMap<string, unknown> {
  let predefinite = COLONNE.get(tabella);
  if (!predefinite) {
    const colonne = Object.entries(getTableColumns(TRACKED[tabella]));
    predefinite = new Map(colonne.filter(([, c]) => c.notNull && c.hasDefault).map(([campo, c]) => [campo, c.default]));
    COLONNE.set(tabella, predefinite);
  }
  return predefinite;
}

/** Fields as a row can hold them: null, in a column that is never null, is what the column has when nothing is said. */
export function conPredefiniti<T extends Tabella>(
  tabella: T,
  campi: Readonly<Record<string, unknown>>,
): Omit<Modifica<T>, 'deletedAtMs'> {
  const predefinite = predefiniti(tabella);
  const pieni: Record<string, unknown> = { ...campi };
  for (const [campo, valore] of predefinite) if (pieni[campo] === null) pieni[campo] = valore;
  return pieni as Omit<Modifica<T>, 'deletedAtMs'>;
}
