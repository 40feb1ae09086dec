import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { tracked } from './tracked.ts';

/**
 * A person as one struttura knows them. At the central office several ospiti may be one `persona`
 * (same `personaId`: two of codice fiscale, normalised full name, birth date are equal); in a community
 * `personaId` is the row's own id unless the same rule links two rows.
 */
export const ospiti = sqliteTable(
  'ospiti',
  {
    ...tracked,
    personaId: text().notNull(),
    cognome: text().notNull(),
    nome: text().notNull(),
    /** normalised full name: upper case, no accents, single spaces (domain/persona.ts) */
    chiaveNome: text().notNull(),
    /** M, F, T */
    sesso: text().notNull(),
    dataNascita: text().notNull(),
    luogoNascita: text(),
    /** ISO 3166 alpha-2; XX unknown, ZZ stateless */
    cittadinanza: text(),
    codiceFiscale: text(),
    /** CF, CFP, STP, ENI, ANON, NESSUNO */
    tipoIdentificativo: text(),
  },
  (t) => [
    index('ospiti_persona').on(t.personaId),
    index('ospiti_cf').on(t.codiceFiscale),
    index('ospiti_nome').on(t.chiaveNome, t.dataNascita),
    index('ospiti_nascita').on(t.dataNascita),
  ],
);
