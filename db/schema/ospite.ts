import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
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
    /** only the year is known, or guessed: `dataNascita` is its 1 January (domain/nascita.ts) */
    nascitaPresunta: integer({ mode: 'boolean' }).notNull().default(false),
    luogoNascita: text(),
    /** ISO 3166 alpha-2; XX unknown, ZZ stateless */
    cittadinanza: text(),
    codiceFiscale: text(),
    /** CF, CFP, STP, ENI, ANON, NESSUNO */
    tipoIdentificativo: text(),
    /** day an STP or ENI was issued: it lasts six months */
    identificativoDal: text(),
    /** codice catastale (Belfiore) of the comune or foreign state of birth */
    luogoNascitaCodice: text(),
    residenza: text(),
    telefono: text(),
    /** admitted today, who it is will be confirmed later */
    identitaDaConfermare: integer({ mode: 'boolean' }).notNull().default(false),
    /** the photograph, an allegato */
    fotoId: text(),
  },
  (t) => [
    index('ospiti_persona').on(t.personaId),
    index('ospiti_cf').on(t.codiceFiscale),
    index('ospiti_nome').on(t.chiaveNome, t.dataNascita),
    index('ospiti_nascita').on(t.dataNascita),
  ],
);
