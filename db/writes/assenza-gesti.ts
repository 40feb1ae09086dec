import { type QuadroAssenze, trattoDi } from '../../domain/assenza.ts';
import { type Giorno, type Mese, meseDi } from '../../domain/giorno.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import { giorniScritti } from '../../domain/presenza.ts';
import { lettereDi, unpackImmagini } from '../registro.ts';
import type { Riga, Scrittura } from '../scrittura.ts';
import { accordaAssenze } from './assenza.ts';
import { readChiusi, readGiorni, writeGiorni } from './assenza-giorni.ts';
import { readRegole, regolaDi } from './assenza-regole.ts';
import { readAssenze, toAssenza } from './assenza-righe.ts';

/**
 * Another payer: the assenze of the stay are counted by its rule, where the days that change are of open months and no other
 * assenza begins or ends on them. Returns how many were changed.
 */
export function rifaRegole(tx: Scrittura, ingressoId: string, oggi: Giorno): number {
  const ingresso = tx.find('ingressi', ingressoId);
  if (!ingresso) return 0;
  const regole = readRegole(tx);
  const chiusi = readChiusi(tx, ingresso.strutturaId);
  const righe = readAssenze(tx, ingressoId);
  const rifatte = righe.filter((riga) => {
    const nuova = regolaDi(regole, ingresso.entePagante, riga.uscita);
    const giorni = [
      ...(nuova.uscitaAssente === riga.uscitaAssente ? [] : [riga.uscita]),
      ...(nuova.rientroAssente === riga.rientroAssente ? [] : [riga.rientro ?? riga.uscita]),
    ];
    const contesa = righe.some((b) => b.uscita === riga.rientro || b.rientro === riga.uscita);
    if (giorni.some((giorno) => chiusi.has(meseDi(giorno))) || (contesa && riga.uscita !== riga.rientro)) return false;
    return tx.update('assenze', riga.id, nuova);
  });
  if (rifatte.length > 0) accordaAssenze(tx, ingressoId, oggi);
  return rifatte.length;
}

/**
 * Takes an assenza away. Its days get back the letters that it took the place of, where the log says them; nobody recorded the
 * others, and they are to be recorded. Returns the closed months that stop it.
 */
export function removeAssenza(tx: Scrittura, id: string, oggi: Giorno): Mese[] {
  const riga = tx.find('assenze', id);
  const ingresso = riga && tx.find('ingressi', riga.ingressoId);
  if (!riga || !ingresso) return [];
  const permanenza: Permanenza = { ...ingresso, esito: ingresso.esito as Permanenza['esito'] };
  const assenza = toAssenza(riga);
  const quadro: QuadroAssenze = { permanenza, regola: () => assenza.regola, codici: new Set(), oggi };
  const { inizio, fine } = trattoDi(assenza, quadro);
  const letti = readGiorni(tx, ingresso.id, permanenza);
  const prima = lettereDiPrima(tx, riga, ingresso.ospiteId);
  const dopo = new Map(letti);
  for (let giorno = inizio; giorno < fine; giorno++) {
    const lettera = prima.get(giorno);
    if (lettera === undefined) dopo.delete(giorno);
    else dopo.set(giorno, lettera);
  }
  tx.remove('assenze', id);
  const { fermi } = writeGiorni(tx, ingresso.id, letti, dopo, readChiusi(tx, ingresso.strutturaId));
  return [...fermi, ...accordaAssenze(tx, ingresso.id, oggi)];
}

/** The letters that the days had before the gestures of this guest gave them the code of the assenza. */
function lettereDiPrima(tx: Scrittura, { ingressoId, codice, createdAtMs }: Riga<'assenze'>, ospiteId: string) {
  const mesi = new Map(
    tx.select('presenze', 't.ingresso_id = ?', ingressoId).map(({ id, mese }) => [id, mese] as const),
  );
  const righe = tx
    .prepare('SELECT righe FROM registro WHERE ospite_id = ? AND at_ms >= ? ORDER BY seq')
    .pluck()
    .all(ospiteId, createdAtMs) as (Buffer | null)[];
  const lettere = new Map<number, string>();
  for (const immagine of righe.flatMap((una) => unpackImmagini(una))) {
    const mese = immagine.t === 'presenze' ? mesi.get(immagine.id) : undefined;
    if (mese === undefined) continue;
    const prima = new Map(giorniScritti(mese, lettereDi(immagine.prima)));
    for (const [giorno, dopo] of giorniScritti(mese, lettereDi(immagine.dopo))) {
      const era = prima.get(giorno);
      if (dopo === codice && era !== undefined && era !== codice) lettere.set(giorno, era);
    }
  }
  return lettere;
}
