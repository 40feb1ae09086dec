import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { tracked } from './tracked.ts';

/** A family admitted together: each member has a stay of their own that names the nucleo. */
export const nuclei = sqliteTable('nuclei', { ...tracked, nome: text().notNull() });
