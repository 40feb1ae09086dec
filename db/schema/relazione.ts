import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ingressi } from './ingresso.ts';
import { tracked } from './tracked.ts';

/** One part of a report under its heading (DM 448/1990 and the office's templates). */
export interface SezioneRelazione {
  readonly titolo: string;
  readonly testo: string;
  /** the protected section it tells of (electron/contract/sezione.ts): only who reads that reads this; null: everybody */
  readonly riservata: string | null;
}

/** A report about a stay: written here, exported as DOCX, sent on a day. */
export const relazioni = sqliteTable(
  'relazioni',
  {
    ...tracked,
    ingressoId: text()
      .notNull()
      .references(() => ingressi.id),
    /** aggiornamento, dimissione, art94ter, incontro_protetto (domain/relazione.ts) */
    tipo: text().notNull(),
    data: text().notNull(),
    destinatario: text(),
    sezioni: text({ mode: 'json' }).$type<SezioneRelazione[]>().notNull(),
    autore: text().notNull(),
    /** null: a draft */
    inviataIl: text(),
  },
  (t) => [index('relazioni_ingresso').on(t.ingressoId, t.data)],
);
