import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { strutture } from './struttura.ts';
import { tracked } from './tracked.ts';

/** Somebody who works, or helps, in a struttura. Not an account: the two are told apart. */
export const operatori = sqliteTable(
  'operatori',
  {
    ...tracked,
    strutturaId: text()
      .notNull()
      .references(() => strutture.id),
    nome: text().notNull(),
    /** what they do: educatore, psicologo, volontario… */
    qualifica: text(),
    dal: text().notNull(),
    al: text(),
  },
  (t) => [index('operatori_struttura').on(t.strutturaId)],
);
