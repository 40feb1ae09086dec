import type { PresenzeNote } from '../../db/reads/foglio.ts';
import { giorniDelMese, giornoDelMese } from '../../domain/giorno.ts';
import { formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { maskDelMese, type Permanenza } from '../../domain/permanenza.ts';
import { MESE_VUOTO, ritaglia } from '../../domain/presenza.ts';
import type { IngressoNoto, Piano } from './foglio-piano-base.ts';
import type { RigaLetta } from './foglio-tabelle.ts';
import { COLONNE_GIORNI } from './foglio-tabelle-permanenze.ts';

type RigaPresenze = RigaLetta<'presenze'>;

/** The codes of each stay and month: a row replaces the month, save the days the sheet has no column for. */
export function planPresenze(piano: Piano): void {
  const note = new Map<string, ReadonlyMap<string, PresenzeNote>>();
  for (const riga of piano.letti.presenze.righe) planRiga(piano, riga, note);
  trimSpostate(piano);
}

function planRiga(piano: Piano, riga: RigaPresenze, note: Map<string, ReadonlyMap<string, PresenzeNote>>): void {
  const ingresso = piano.ingressi.resolve(riga.ingresso);
  if ('messaggio' in ingresso) {
    piano.refuse('presenze', riga.riga, 'ingresso', riga.ingresso, ingresso.messaggio);
    return;
  }
  const { noto } = ingresso;
  if (!isDentro(piano, riga, noto.stay)) return;
  const nota = presenzeDi(piano, noto.id, note).get(riga.mese);
  const viva = nota && nota.deletedAtMs === null ? nota : undefined;
  const codici = unisci(riga.codici, viva ? ritaglia(noto.stay, riga.mese, viva.codici) : MESE_VUOTO);
  if (codici === (viva?.codici ?? MESE_VUOTO)) {
    piano.esito.count('invariati', 'presenze');
    return;
  }
  if (piano.bloccoDi(noto.strutturaId, riga.mese) !== undefined) {
    piano.refuse('presenze', riga.riga, 'mese', riga.mese, piano.messaggioBlocco(noto.strutturaId, riga.mese));
    return;
  }
  const id = nota?.id ?? piano.nuovoId();
  if (viva && codici === MESE_VUOTO) piano.bozza.remove('presenze', viva.id);
  else if (nota) piano.bozza.update('presenze', nota.id, { codici, deletedAtMs: null });
  else piano.bozza.insert('presenze', { id, ingressoId: noto.id, mese: riga.mese, codici });
  piano.esito.count(viva ? 'aggiornati' : 'inseriti', 'presenze');
  const scritte = piano.presenzeScritte.get(noto.id) ?? new Map();
  piano.presenzeScritte.set(noto.id, scritte.set(riga.mese, { id, codici }));
}

function presenzeDi(piano: Piano, ingressoId: string, note: Map<string, ReadonlyMap<string, PresenzeNote>>) {
  let mesi = note.get(ingressoId);
  if (!mesi) {
    mesi = new Map(piano.stato.listPresenze(ingressoId).map((riga) => [riga.mese, riga]));
    note.set(ingressoId, mesi);
  }
  return mesi;
}

/** ' ' is a day the sheet has no column for: it keeps what is stored. */
function unisci(scritti: string, tenuti: string): string {
  if (!scritti.includes(' ')) return scritti;
  return Array.from(scritti, (codice, index) => (codice === ' ' ? tenuti.charAt(index) : codice)).join('');
}

/** Every day outside the stay that holds a code is said; one is enough to refuse the row (counting.md, rule 2). */
function isDentro(piano: Piano, riga: RigaPresenze, stay: Permanenza): boolean {
  const mask = maskDelMese(stay, riga.mese);
  const giorni = giorniDelMese(riga.mese);
  let dentro = true;
  for (let n = 1; n <= 31; n++) {
    const codice = riga.codici.charAt(n - 1);
    if (codice === '.' || codice === ' ' || (mask && n >= mask.primo && n <= mask.ultimo)) continue;
    const messaggio =
      n > giorni
        ? `Il mese ${riga.mese} ha ${giorni} giorni: togliere il codice.`
        : `${formatGiornoBreve(giornoDelMese(riga.mese, n))} è fuori dalla permanenza (${descrivi(stay)}): togliere il codice o correggere le date dell’ingresso.`;
    piano.refuse('presenze', riga.riga, COLONNE_GIORNI[n - 1] ?? '', codice, messaggio);
    dentro = false;
  }
  return dentro;
}

function descrivi({ dataIngresso, dataDimissione }: Permanenza): string {
  const ingresso = `ingresso ${formatGiornoBreve(dataIngresso)}`;
  return dataDimissione === null ? ingresso : `${ingresso}, dimissione ${formatGiornoBreve(dataDimissione)}`;
}

/** Codes that the new dates of a stay leave outside are taken away, as the window does. */
function trimSpostate(piano: Piano): void {
  for (const riga of piano.letti.ingressi.righe) {
    const ingresso = piano.ingressi.resolve(riga.id);
    if ('messaggio' in ingresso || ingresso.noto.prima === null || ingresso.noto.altrui) continue;
    const tolti = trim(piano, ingresso.noto);
    if (tolti > 0)
      piano.esito.remark(
        `Foglio ingressi, riga ${riga.riga}: con le nuove date sono stati tolti ${tolti} codici di presenza rimasti fuori dalla permanenza.`,
      );
  }
}

function trim(piano: Piano, { id, stay, prima }: IngressoNoto): number {
  const spostata = prima?.dataIngresso !== stay.dataIngresso || prima.dataDimissione !== stay.dataDimissione;
  if (!spostata && prima.esito === stay.esito) return 0;
  const tagliate = new Map(piano.presenzeScritte.get(id));
  let tolti = 0;
  for (const nota of piano.stato.listPresenze(id)) {
    if (nota.deletedAtMs !== null || piano.presenzeScritte.get(id)?.has(nota.mese)) continue;
    const codici = ritaglia(stay, nota.mese, nota.codici);
    if (codici === nota.codici) continue;
    tolti += Array.from(nota.codici).filter((codice, index) => codice !== codici.charAt(index)).length;
    if (codici === MESE_VUOTO) piano.bozza.remove('presenze', nota.id);
    else piano.bozza.update('presenze', nota.id, { codici });
    tagliate.set(nota.mese, { id: nota.id, codici });
  }
  piano.presenzeScritte.set(id, tagliate);
  return tolti;
}
