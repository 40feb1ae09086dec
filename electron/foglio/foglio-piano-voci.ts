import { conPredefiniti } from '../../db/predefinito.ts';
import type { Riga } from '../../db/scrittura.ts';
import { differenze } from '../../db/writes/bozza.ts';
import { LISTE_FISSE } from '../../domain/lista.ts';
import { LISTE_PROGRAMMA } from '../lista/lista-programma.ts';
import type { Piano } from './foglio-piano-base.ts';
import type { RigaLetta } from './foglio-tabelle.ts';

/** Values of the lists as the office keeps them: one row a lista and voce. */
export function planVoci(piano: Piano): void {
  const { righe } = piano.letti.voci_lista;
  if (righe.length === 0) return;
  const note = new Map(piano.stato.listVociLista().map((riga) => [`${riga.lista}|${riga.valore}`, riga]));
  for (const riga of righe) planVoce(piano, riga, note.get(`${riga.lista}|${riga.valore}`));
}

function planVoce(piano: Piano, riga: RigaLetta<'voci_lista'>, nota: Riga<'voci_lista'> | undefined): void {
  const { riga: numero, ...letti } = riga;
  if (!LISTE_PROGRAMMA.has(riga.lista)) {
    piano.refuse(
      'voci_lista',
      numero,
      'lista',
      riga.lista,
      `Non c’è nessuna lista «${riga.lista}»: correggere il nome.`,
    );
    return;
  }
  if (LISTE_FISSE.has(riga.lista) && !LISTE_PROGRAMMA.hasVoce(riga.lista, riga.valore)) {
    const messaggio = `A «${riga.lista}» non si aggiungono voci: correggere il valore con uno di quelli della lista.`;
    piano.refuse('voci_lista', numero, 'valore', riga.valore, messaggio);
    return;
  }
  if (riga.dal && riga.al && riga.al < riga.dal) {
    const messaggio = `Finisce prima di cominciare (${riga.dal}): correggere una delle due date.`;
    piano.refuse('voci_lista', numero, 'al', riga.al, messaggio);
    return;
  }
  if (riga.durataMassimaMesi && riga.durataMassimaGiorni) {
    const messaggio = 'La durata massima è in mesi o in giorni: lasciare uno dei due.';
    piano.refuse('voci_lista', numero, 'durata_massima_giorni', String(riga.durataMassimaGiorni), messaggio);
    return;
  }
  const { lista, valore, etichetta, ordine } = riga;
  const campi = { ...conPredefiniti<'voci_lista'>('voci_lista', letti), lista, valore, etichetta, ordine };
  const modifica = nota ? differenze<'voci_lista'>(nota, { ...campi, deletedAtMs: null }) : null;
  if (!nota) piano.bozza.insert('voci_lista', { ...campi, id: piano.nuovoId() });
  else if (modifica) piano.bozza.update('voci_lista', nota.id, modifica);
  piano.esito.count(nota ? (modifica ? 'aggiornati' : 'invariati') : 'inseriti', 'voci_lista');
}
