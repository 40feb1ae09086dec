import type { Assenza } from '../../domain/assenza.ts';
import type { Riga, Scrittura } from '../scrittura.ts';

/** The row as its days are reckoned with. */
export function toAssenza(riga: Riga<'assenze'>): Assenza {
  const { id, codice, uscita, rientro, confermata, uscitaAssente, rientroAssente } = riga;
  const parole = paroleDi(riga);
  return {
    ...{ id, codice, uscita, rientro, confermata },
    regola: { uscitaAssente, rientroAssente },
    daGriglia: Object.values(parole).every((campo) => campo === null),
    scritto: JSON.stringify(parole),
  };
}

/** What somebody wrote of an assenza, apart from its days. */
export function paroleDi(riga: Riga<'assenze'> | undefined) {
  if (riga === undefined) return {};
  const { tipo, rientroPrevisto, oraPrevista, accompagnatore, destinazione, motivo } = riga;
  return { tipo, rientroPrevisto, oraPrevista, accompagnatore, destinazione, motivo };
}

/** Those of a stay, oldest first. */
export function readAssenze(tx: Scrittura, ingressoId: string): Riga<'assenze'>[] {
  return tx.select('assenze', 't.ingresso_id = ? AND t.deleted_at_ms IS NULL ORDER BY t.uscita, t.id', ingressoId);
}
