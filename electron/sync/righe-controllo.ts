import { isLetteraCodice, NON_REGISTRATA } from '../../domain/codice.ts';
import { isEsito } from '../../domain/esito.ts';
import { meseDi, periodoDelMese } from '../../domain/giorno.ts';
import { type Permanenza, toccaPeriodo } from '../../domain/permanenza.ts';
import { codiciFuoriPermanenza } from '../../domain/presenza.ts';
import type { Manifesto } from './manifesto.ts';
import type { RigaPacco, RighePacco, TabellaPacco } from './righe.ts';

type Ingresso = RigaPacco<'ingressi'>;

/** Where the rows of a parcel stop making sense together: the table and the line, from 1. */
export interface RigaIncoerente {
  readonly tabella: TabellaPacco;
  readonly riga: number;
}

/**
 * The first row that does not hold with the others: an id twice, a reference to a row that is not in the parcel, a stay or
 * an event that is not of the month, a code on a day that is not of the stay (counting.md, rule 2). A parcel speaks of one
 * struttura and one month, and never points outside itself. Linear in the rows.
 */
export function findIncoerenza(m: Pick<Manifesto, 'struttura' | 'mese'>, righe: RighePacco): RigaIncoerente | null {
  const indici = {
    moduli: new Set(righe.moduli.map((riga) => riga.id)),
    ospiti: new Set(righe.ospiti.map((riga) => riga.id)),
    ingressi: new Map(righe.ingressi.map((riga) => [riga.id, riga])),
  };
  const conStay = new Set<string>();
  const periodo = periodoDelMese(m.mese);
  const delMese = ({ data }: { readonly data: string }) => meseDi(data) === m.mese;
  const noti = (ids: readonly string[]) => ids.every((id) => indici.ospiti.has(id));
  const regole: { readonly [T in TabellaPacco]: (riga: RigaPacco<T>) => boolean } = {
    strutture: (riga) => righe.strutture.length === 1 && riga.codice === m.struttura,
    moduli: () => true,
    posti: (riga) => indici.moduli.has(riga.moduloId) && (riga.validoAl === null || riga.validoAl >= riga.validoDal),
    ospiti: () => true,
    ingressi: (riga) =>
      noti(riga.genitoreId === null ? [riga.ospiteId] : [riga.ospiteId, riga.genitoreId]) &&
      isStayValida(riga) &&
      toccaPeriodo(permanenzaDi(riga), periodo),
    assegnazioni: (riga) => indici.ingressi.has(riga.ingressoId) && indici.moduli.has(riga.moduloId),
    presenze: (riga) => {
      const stay = indici.ingressi.get(riga.ingressoId);
      if (!stay || conStay.has(stay.id)) return false;
      conStay.add(stay.id);
      return isCodiciValidi(riga.codici) && codiciFuoriPermanenza(permanenzaDi(stay), m.mese, riga.codici).length === 0;
    },
    visite: (riga) => delMese(riga) && indici.ospiti.has(riga.ospiteId),
    incontri: (riga) => delMese(riga) && noti(riga.ospiti),
    attivita: (riga) => delMese(riga) && noti(riga.ospiti),
    misure: (riga) => indici.ospiti.has(riga.ospiteId),
  };
  if (righe.strutture.length === 0) return { tabella: 'strutture', riga: 1 };
  for (const tabella of Object.keys(regole) as TabellaPacco[]) {
    const riga = findRiga(righe[tabella], regole[tabella] as (riga: { readonly id: string }) => boolean);
    if (riga !== null) return { tabella, riga };
  }
  return findCodiceDoppio(righe.moduli);
}

function findRiga<R extends { readonly id: string }>(righe: readonly R[], vale: (riga: R) => boolean): number | null {
  const visti = new Set<string>();
  for (const [index, riga] of righe.entries()) {
    if (visti.has(riga.id) || !vale(riga)) return index + 1;
    visti.add(riga.id);
  }
  return null;
}

/** A modulo is known by its codice at the central office. */
function findCodiceDoppio(moduli: readonly RigaPacco<'moduli'>[]): RigaIncoerente | null {
  const visti = new Set<string>();
  for (const [index, { codice }] of moduli.entries()) {
    if (visti.has(codice)) return { tabella: 'moduli', riga: index + 1 };
    visti.add(codice);
  }
  return null;
}

function isStayValida({ dataIngresso, dataDimissione, esito }: Ingresso): boolean {
  return (dataDimissione === null || dataDimissione >= dataIngresso) && (esito === null || isEsito(esito));
}

function permanenzaDi({ dataIngresso, dataDimissione, esito }: Ingresso): Permanenza {
  return { dataIngresso, dataDimissione, esito: isEsito(esito) ? esito : null };
}

function isCodiciValidi(codici: string): boolean {
  for (let at = 0; at < codici.length; at++) {
    const carattere = codici.charAt(at);
    if (carattere !== NON_REGISTRATA && !isLetteraCodice(carattere)) return false;
  }
  return true;
}
