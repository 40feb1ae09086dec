import type { Modifica, NuovaRiga, Riga } from '../../db/scrittura.ts';
import { differenze } from '../../db/writes/bozza.ts';
import { type Giorno, meseDi } from '../../domain/giorno.ts';
import { isViva, type Piano } from './foglio-piano-base.ts';
import type { RigaLetta } from './foglio-tabelle.ts';

/** The sheets whose rows are facts of a day, with an id of their own. */
export type FoglioEventi = 'visite' | 'incontri' | 'attivita' | 'misure' | 'segnalazioni';

/** A row ready to be set against the register. */
export interface Evento<F extends FoglioEventi> {
  readonly riga: RigaLetta<F>;
  readonly campi: Modifica<F>;
  /** ospiti who took part; undefined when the sheet does not say, or the table has none */
  readonly partecipanti: readonly string[] | undefined;
  /** the struttura whose month it belongs to; null when it is of no struttura's month */
  readonly strutturaId: string | null;
  readonly giorno: Giorno;
}

/** Inserts or corrects one event, unless its month takes no changes or the id is clearly of something else. */
export function planEvento<F extends FoglioEventi>(
  piano: Piano,
  foglio: F,
  evento: Evento<F>,
  isRiconoscibile: (nota: Riga<F>) => boolean,
): void {
  const { riga, campi, partecipanti } = evento;
  const chiave: string = riga.id;
  const nota = piano.stato.find(foglio, piano.stato.findRiferimento(foglio, chiave) ?? chiave);
  if (nota && !isRiconoscibile(nota)) {
    piano.refuse(foglio, riga.riga, 'id', chiave, ALTRA_RIGA);
    return;
  }
  const modifica = nota ? differenze<F>(nota, { ...campi, deletedAtMs: null }) : null;
  const diversi = partecipanti !== undefined && (!nota || !isStessiPartecipanti(piano, foglio, nota.id, partecipanti));
  if (nota && !modifica && !diversi) {
    piano.esito.count('invariati', foglio);
    return;
  }
  if (!isMesePermesso(piano, foglio, evento, nota)) return;
  if (nota && nota.versione > 0 && isViva(nota)) {
    piano.esito.remark(
      `Foglio ${foglio}, riga ${riga.riga}: arriva con i pacchi della struttura, che valgono più del foglio; la riga non l’ha cambiata.`,
    );
    piano.esito.count('invariati', foglio);
    return;
  }
  const id = nota?.id ?? piano.nuovoId();
  if (nota && modifica) piano.bozza.update(foglio, id, modifica);
  if (!nota) {
    piano.bozza.insert(foglio, { ...(campi as NuovaRiga<F>), id });
    piano.bozza.setRiferimento(foglio, chiave, id);
  }
  if (diversi && (foglio === 'incontri' || foglio === 'attivita'))
    piano.bozza.setPartecipanti(foglio, id, partecipanti);
  piano.esito.count(nota ? 'aggiornati' : 'inseriti', foglio);
}

const ALTRA_RIGA =
  'Questo id è già di un’altra registrazione, del tutto diversa: se il foglio è di un altro ufficio, cambiare gli id (per esempio con il codice della struttura davanti).';

function isStessiPartecipanti(piano: Piano, foglio: FoglioEventi, id: string, ospiti: readonly string[]): boolean {
  if (foglio !== 'incontri' && foglio !== 'attivita') return true;
  const noti = piano.stato.listPartecipanti(foglio, id);
  const nuovi = [...new Set(ospiti)].sort();
  return noti.length === nuovi.length && noti.every((ospite, index) => ospite === nuovi[index]);
}

/** Both the month the event leaves and the one it enters must take changes. */
function isMesePermesso<F extends FoglioEventi>(
  piano: Piano,
  foglio: F,
  { riga, strutturaId, giorno }: Evento<F>,
  nota: Riga<F> | undefined,
): boolean {
  const posti: [string, Giorno][] = strutturaId === null ? [] : [[strutturaId, giorno]];
  if (strutturaId !== null && nota && isViva(nota) && 'data' in nota && nota.strutturaId)
    posti.push([nota.strutturaId, nota.data]);
  for (const [struttura, data] of posti) {
    if (piano.bloccoDi(struttura, meseDi(data)) === undefined) continue;
    piano.refuse(foglio, riga.riga, 'data', giorno, piano.messaggioBlocco(struttura, meseDi(data)));
    return false;
  }
  return true;
}
