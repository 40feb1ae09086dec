import { integer, text } from 'drizzle-orm/sqlite-core';

/**
 * Columns every row of the register carries.
 * `id` UUIDv7; instants are epoch milliseconds; `dispositivo` is the device that wrote last;
 * `voce` is the `registro.seq` of the gesture that wrote last (each image in the log holds the previous one, so the
 * history of a row is a walk back); `versione` is 0 for rows born here and, at the central office, says
 * which parcel the row is as of (its number in the struttura's chain; for ospiti and misure, which several strutture of one
 * device may send, the instant the parcel says of itself); `deletedAtMs` marks a soft deletion: nothing is hard-deleted.
 */
export const tracked = {
  id: text().primaryKey(),
  createdAtMs: integer().notNull(),
  updatedAtMs: integer().notNull(),
  dispositivo: text().notNull(),
  voce: integer().notNull(),
  versione: integer().notNull().default(0),
  deletedAtMs: integer(),
};
