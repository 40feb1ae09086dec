import type { GiorniCodificati } from '../../domain/assenza.ts';
import { epochToGiorno, type Giorno, giornoToEpoch, type Mese, meseDi } from '../../domain/giorno.ts';
import { intervalloDi, type Permanenza } from '../../domain/permanenza.ts';
import { giorniScritti, MESE_VUOTO, setCodice } from '../../domain/presenza.ts';
import type { Scrittura } from '../scrittura.ts';

/** The letters of the days of the stay. */
export function readGiorni(tx: Scrittura, ingressoId: string, permanenza: Permanenza): Map<number, string> {
  const { inizio, fine } = intervalloDi(permanenza);
  const righe = tx
    .prepare('SELECT mese, codici FROM presenze WHERE ingresso_id = ? AND deleted_at_ms IS NULL')
    .all(ingressoId) as { mese: Mese; codici: string }[];
  const giorni = new Map<number, string>();
  for (const { mese, codici } of righe)
    for (const [giorno, codice] of giorniScritti(mese, codici))
      if (giorno >= inizio && giorno < fine) giorni.set(giorno, codice);
  return giorni;
}

/** Writes the days that differ, but for closed months, which stay as they are (`fermi`). `giorni` are as they are now. */
export function writeGiorni(
  tx: Scrittura,
  ingressoId: string,
  prima: GiorniCodificati,
  dopo: GiorniCodificati,
  chiusi: ReadonlySet<Mese>,
): { giorni: Map<number, string>; fermi: Mese[] } {
  const scritti = new Map(prima);
  const fermi = new Set<Mese>();
  const cambi = new Map<Mese, Giorno[]>();
  for (const epoch of new Set([...prima.keys(), ...dopo.keys()])) {
    const giorno = epochToGiorno(epoch);
    const codice = dopo.get(epoch);
    if (prima.get(epoch) === codice) continue;
    if (chiusi.has(meseDi(giorno))) {
      fermi.add(meseDi(giorno));
      continue;
    }
    if (codice === undefined) scritti.delete(epoch);
    else scritti.set(epoch, codice);
    cambi.set(meseDi(giorno), [...(cambi.get(meseDi(giorno)) ?? []), giorno]);
  }
  for (const [mese, giorni] of cambi) writeMese(tx, ingressoId, mese, giorni, dopo);
  return { giorni: scritti, fermi: [...fermi].toSorted() };
}

function writeMese(
  tx: Scrittura,
  ingressoId: string,
  mese: Mese,
  giorni: readonly Giorno[],
  dopo: GiorniCodificati,
): void {
  const riga = tx
    .prepare('SELECT id, codici, deleted_at_ms AS deletedAtMs FROM presenze WHERE ingresso_id = ? AND mese = ?')
    .get(ingressoId, mese) as { id: string; codici: string; deletedAtMs: number | null } | undefined;
  let codici = riga && riga.deletedAtMs === null ? riga.codici : MESE_VUOTO;
  for (const giorno of giorni) codici = setCodice(codici, giorno, dopo.get(giornoToEpoch(giorno)) ?? null);
  if (!riga) tx.insert('presenze', { ingressoId, mese, codici });
  else tx.update('presenze', riga.id, { codici, deletedAtMs: null });
}

/** The months of a struttura that are closed. */
export function readChiusi(tx: Scrittura, strutturaId: string): Set<Mese> {
  const mesi = tx
    .prepare("SELECT mese FROM mesi WHERE struttura_id = ? AND stato = 'chiuso' AND deleted_at_ms IS NULL")
    .pluck()
    .all(strutturaId) as Mese[];
  return new Set(mesi);
}
