import type { Riga } from '../../db/scrittura.ts';
import { differenze } from '../../db/writes/bozza.ts';
import { isViva, type Piano } from './foglio-piano-base.ts';
import { chiaveCodice, type RigaLetta } from './foglio-tabelle.ts';

/** Strutture by their codice: new ones, and what changes in those the register knows. */
export function planStrutture(piano: Piano): void {
  const note = new Map(piano.stato.strutture.map((riga) => [chiaveCodice(riga.codice), riga]));
  for (const riga of piano.letti.strutture.righe) planStruttura(piano, riga, note.get(chiaveCodice(riga.codice)));
}

function planStruttura(piano: Piano, riga: RigaLetta<'strutture'>, nota: Riga<'strutture'> | undefined): void {
  const { codice, riga: numero, ...campi } = riga;
  const dal = (campi.dal === undefined ? nota?.dal : campi.dal) ?? null;
  const al = (campi.al === undefined ? nota?.al : campi.al) ?? null;
  if (dal && al && al < dal) {
    piano.refuse('strutture', numero, 'al', al, `Chiude prima di aprire (${dal}): correggere una delle due date.`);
    piano.strutture.refuse(codice, numero);
    return;
  }
  if (!nota) {
    const id = piano.nuovoId();
    piano.bozza.insert('strutture', { id, codice, ...campi });
    piano.setStruttura({ id, codice, dal, al });
    piano.esito.count('inseriti', 'strutture');
    return;
  }
  const modifica = differenze<'strutture'>(nota, { ...campi, deletedAtMs: null });
  const altrui = nota.versione > 0 && isViva(nota);
  piano.setStruttura(altrui ? nota : { ...nota, dal, al });
  if (modifica && altrui) {
    piano.esito.remark(
      `Foglio strutture, riga ${numero}: ${nota.codice} arriva con i pacchi della struttura, che valgono più del foglio; la riga non l’ha cambiata.`,
    );
    piano.esito.count('invariati', 'strutture');
    return;
  }
  if (modifica) piano.bozza.update('strutture', nota.id, modifica);
  piano.esito.count(modifica ? 'aggiornati' : 'invariati', 'strutture');
}
