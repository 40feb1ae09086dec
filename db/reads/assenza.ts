import type { Giorno } from '../../domain/giorno.ts';
import type { Riga } from '../scrittura.ts';
import type { Store } from '../store.ts';

/** A time away with who it is of. */
export interface AssenzaDelRegistro {
  readonly id: string;
  readonly ingressoId: string;
  readonly strutturaId: string;
  readonly ospiteId: string;
  readonly cognome: string;
  readonly nome: string;
  readonly dataIngresso: Giorno;
  readonly dataDimissione: Giorno | null;
  readonly esito: string | null;
  readonly tipo: string | null;
  readonly codice: string;
  readonly uscita: Giorno;
  readonly oraUscita: string | null;
  /** false: planned, and nobody has said that the guest went */
  readonly confermata: boolean;
  readonly uscitaPrevista: Giorno | null;
  readonly oraUscitaPrevista: string | null;
  readonly rientroPrevisto: Giorno | null;
  readonly oraPrevista: string | null;
  readonly rientro: Giorno | null;
  readonly oraRientro: string | null;
  readonly accompagnatore: string | null;
  readonly destinazione: string | null;
  readonly motivo: string | null;
  readonly uscitaAssente: boolean;
  readonly rientroAssente: boolean;
}

const SELECT = `SELECT a.id, a.ingresso_id AS ingressoId, i.struttura_id AS strutturaId, i.ospite_id AS ospiteId, o.cognome, o.nome,
  i.data_ingresso AS dataIngresso, i.data_dimissione AS dataDimissione, i.esito, a.tipo, a.codice, a.uscita,
  a.ora_uscita AS oraUscita, a.confermata, a.uscita_prevista AS uscitaPrevista, a.ora_uscita_prevista AS oraUscitaPrevista, a.rientro_previsto AS rientroPrevisto, a.ora_prevista AS oraPrevista, a.rientro,
  a.ora_rientro AS oraRientro, a.accompagnatore, a.destinazione, a.motivo, a.uscita_assente AS uscitaAssente,
  a.rientro_assente AS rientroAssente
  FROM assenze a JOIN ingressi i ON i.id = a.ingresso_id JOIN ospiti o ON o.id = i.ospite_id
  WHERE a.deleted_at_ms IS NULL AND i.deleted_at_ms IS NULL`;

type Grezza = Omit<AssenzaDelRegistro, 'confermata' | 'uscitaAssente' | 'rientroAssente'> & {
  confermata: number;
  uscitaAssente: number;
  rientroAssente: number;
};

/** Not back by a day, or leaving after it, of the stays of one struttura open on that day: by surname. */
export function listAssenzeAperte(store: Store, strutturaId: string, giorno: Giorno): AssenzaDelRegistro[] {
  const rows = store
    .prepare(
      `${SELECT} AND i.struttura_id = @strutturaId AND (a.rientro IS NULL OR a.rientro > @giorno)
       AND i.data_ingresso <= @giorno AND (i.data_dimissione IS NULL OR i.data_dimissione > @giorno)
       ORDER BY o.chiave_nome, a.uscita`,
    )
    .all({ strutturaId, giorno }) as Grezza[];
  return rows.map(toAssenza);
}

/** Every time away of one person, under whatever ospite row, newest first. */
export function listAssenzePersona(store: Store, personaId: string): AssenzaDelRegistro[] {
  const rows = store.prepare(`${SELECT} AND o.persona_id = ? ORDER BY a.uscita DESC, a.id DESC`).all(personaId);
  return (rows as Grezza[]).map(toAssenza);
}

/** The times away of one stay, oldest first. */
export function listAssenzeIngresso(store: Store, ingressoId: string): AssenzaDelRegistro[] {
  const rows = store.prepare(`${SELECT} AND a.ingresso_id = ? ORDER BY a.uscita, a.id`).all(ingressoId) as Grezza[];
  return rows.map(toAssenza);
}

/** Every time away there is, by stay. */
export function listAssenze(store: Store): Map<string, AssenzaDelRegistro[]> {
  const rows = store.prepare(`${SELECT} ORDER BY a.ingresso_id, a.uscita, a.id`).all() as Grezza[];
  return Map.groupBy(rows.map(toAssenza), (riga) => riga.ingressoId);
}

/** The stays that ever had an assenza: of the others the letters were written before assenze were kept (`extendAssenze` makes them). */
export function listConAssenze(store: Store): Set<string> {
  return new Set(store.prepare('SELECT DISTINCT ingresso_id FROM assenze').pluck().all() as string[]);
}

export function findAssenza(store: Store, id: string): AssenzaDelRegistro | undefined {
  const row = store.prepare(`${SELECT} AND a.id = ?`).get(id) as Grezza | undefined;
  return row && toAssenza(row);
}

/** The measures of a person in force on a day, oldest first. */
export function listMisureInVigore(store: Store, personaId: string, giorno: Giorno): Riga<'misure'>[] {
  return store.select(
    'misure',
    `t.deleted_at_ms IS NULL AND t.dal <= @giorno AND (t.al IS NULL OR t.al >= @giorno)
     AND t.ospite_id IN (SELECT id FROM ospiti WHERE persona_id = @personaId) ORDER BY t.dal, t.id`,
    { personaId, giorno },
  );
}

/** The day rules, everybody's first, newest first. */
export function listRegoleAssenza(store: Store): Riga<'regole_assenza'>[] {
  return store.select(
    'regole_assenza',
    't.deleted_at_ms IS NULL ORDER BY t.ente_pagante IS NOT NULL, t.ente_pagante, t.dal DESC, t.id',
    {},
  );
}

/** The payers named by the stays. */
export function listPaganti(store: Store): string[] {
  return store
    .prepare(
      'SELECT DISTINCT ente_pagante FROM ingressi WHERE ente_pagante IS NOT NULL AND deleted_at_ms IS NULL ORDER BY 1',
    )
    .pluck()
    .all() as string[];
}

function toAssenza(riga: Grezza): AssenzaDelRegistro {
  return {
    ...riga,
    confermata: riga.confermata === 1,
    uscitaAssente: riga.uscitaAssente === 1,
    rientroAssente: riga.rientroAssente === 1,
  };
}
