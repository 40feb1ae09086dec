import type { Riga } from '../../db/scrittura.ts';
import { isEsito } from '../../domain/esito.ts';
import { addGiorni, addMesi, type Mese, meseDi, primoGiorno, ultimoGiorno } from '../../domain/giorno.ts';
import { siSovrappongono } from '../../domain/permanenza.ts';
import { chiaveNome, stessaPersona } from '../../domain/persona.ts';
import { type Confronto, toccaMese } from './piano-confronto.ts';
import { isViva, type Operazione, togli, update } from './piano-unione.ts';
import type { RigaPacco } from './righe.ts';

interface Adozione {
  readonly ids: readonly string[];
  readonly operazioni: readonly Operazione[];
}

/**
 * What becomes of the stays that only a workbook of the years before has told. One that a parcel holds too (same struttura,
 * same person, same first day or days in common) becomes the parcel's: its presenze of months that no parcel owns pass to
 * it, and the workbook's row goes. Any other ends before the first month that a parcel owns and tells without it: the
 * months before stay as they were.
 */
export function pianificaFoglio(c: Confronto): Operazione[] {
  const { mese } = c.pacco.manifesto;
  const delFoglio = c.stato.ingressi.filter(
    (riga) => riga.versione === 0 && isViva(riga) && riga.strutturaId === c.strutturaId,
  );
  const adottate = adotta(c, delFoglio);
  const chiuse = delFoglio.filter((riga) => !adottate.ids.includes(riga.id) && toccaMese(riga, mese));
  return [...adottate.operazioni, ...chiuse.map((riga) => chiudi(riga, mese))];
}

function adotta(c: Confronto, delFoglio: readonly Riga<'ingressi'>[]): Adozione {
  const ids: string[] = [];
  const operazioni: Operazione[] = [];
  if (delFoglio.length === 0) return { ids, operazioni };
  for (const nuova of c.pacco.righe.ingressi) {
    const vecchia = delFoglio.find((riga) => !ids.includes(riga.id) && isStessaPermanenza(c, nuova, riga));
    if (!vecchia) continue;
    ids.push(vecchia.id);
    for (const riga of c.stato.presenzeFoglio)
      if (riga.ingressoId === vecchia.id && !c.numeri.has(riga.mese))
        operazioni.push(update('presenze', riga, { ingressoId: nuova.id }, null));
    operazioni.push(update('ingressi', vecchia, {}, false));
  }
  return { ids, operazioni };
}

function chiudi(riga: Riga<'ingressi'>, mese: Mese): Operazione {
  if (meseDi(riga.dataIngresso) === mese) return update('ingressi', riga, {}, false);
  return update('ingressi', riga, { dataDimissione: ultimoGiorno(addMesi(mese, -1)), esito: null }, null);
}

function isStessaPermanenza(c: Confronto, nuova: RigaPacco<'ingressi'>, vecchia: Riga<'ingressi'>): boolean {
  const ospite = c.pacco.righe.ospiti.find((riga) => riga.id === nuova.ospiteId);
  const altro = c.stato.ospitiFoglio.find((riga) => riga.id === vecchia.ospiteId);
  if (!ospite || !altro) return false;
  if (!stessaPersona({ ...ospite, chiaveNome: chiaveNome(ospite.cognome, ospite.nome) }, altro)) return false;
  return nuova.dataIngresso === vecchia.dataIngresso || siSovrappongono(toPermanenza(nuova), toPermanenza(vecchia));
}

function toPermanenza({ dataIngresso, dataDimissione, esito }: RigaPacco<'ingressi'> | Riga<'ingressi'>) {
  return { dataIngresso, dataDimissione, esito: isEsito(esito) ? esito : null };
}

/**
 * Places told by a workbook hold up to the first month that a parcel owns: from there on places are the community's, and the
 * figures of the years before stay as they were.
 */
export function postiDelFoglio(c: Confronto): Operazione[] {
  const primo = primoGiorno([...c.numeri.keys()].sort()[0] ?? c.pacco.manifesto.mese);
  const delFoglio = c.stato.posti.filter((riga) => riga.versione === 0 && isViva(riga));
  const dopo = delFoglio.filter((riga) => riga.validoDal >= primo);
  const aCavallo = delFoglio.filter(
    (riga) => riga.validoDal < primo && (riga.validoAl === null || riga.validoAl >= primo),
  );
  const validoAl = addGiorni(primo, -1);
  return [...togli('posti', dopo), ...aCavallo.map((riga) => update('posti', riga, { validoAl }, null))];
}
