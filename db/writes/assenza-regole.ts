import { REGOLA_PREDEFINITA, type RegolaAssenza } from '../../domain/assenza.ts';
import type { CodicePresenza } from '../../domain/codice.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Scrittura } from '../scrittura.ts';

/** The codes of the days and the day rules, as a gesture finds them. */
export interface Regole {
  readonly codici: readonly CodicePresenza[];
  /** newest first */
  readonly pagatori: readonly (RegolaAssenza & { entePagante: string | null; dal: Giorno; al: Giorno | null })[];
}

/** Read once a gesture. */
export function readRegole(tx: Scrittura): Regole {
  const codici = tx
    .prepare(
      'SELECT id AS voce, etichetta, presente, pagata, occupa_posto AS occupaPosto FROM codici WHERE deleted_at_ms IS NULL ORDER BY ordine',
    )
    .all() as (Omit<CodicePresenza, 'presente'> & { presente: number })[];
  const pagatori = tx
    .prepare(
      `SELECT ente_pagante AS entePagante, dal, al, uscita_assente AS uscitaAssente, rientro_assente AS rientroAssente
       FROM regole_assenza WHERE deleted_at_ms IS NULL ORDER BY dal DESC, id DESC`,
    )
    .all() as {
    entePagante: string | null;
    dal: Giorno;
    al: Giorno | null;
    uscitaAssente: 0 | 1;
    rientroAssente: 0 | 1;
  }[];
  return {
    codici: codici.map((codice) => ({ ...codice, presente: codice.presente === 1 })),
    pagatori: pagatori.map((riga) => ({
      ...riga,
      uscitaAssente: riga.uscitaAssente === 1,
      rientroAssente: riga.rientroAssente === 1,
    })),
  };
}

/** The rule of a payer on a day: its own, else everybody's, else the default. */
export function regolaDi({ pagatori }: Regole, entePagante: string | null, giorno: Giorno): RegolaAssenza {
  const valide = pagatori.filter((riga) => riga.dal <= giorno && (riga.al === null || giorno <= riga.al));
  const trovata =
    valide.find((riga) => riga.entePagante !== null && riga.entePagante === entePagante) ??
    valide.find((riga) => riga.entePagante === null) ??
    REGOLA_PREDEFINITA;
  return { uscitaAssente: trovata.uscitaAssente, rientroAssente: trovata.rientroAssente };
}
