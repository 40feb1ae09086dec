import {
  type Assenza,
  assenzeDaiCodici,
  codiciAssenza,
  codificaAssenze,
  type QuadroAssenze,
  type RegolaAssenza,
} from '../../domain/assenza.ts';
import type { Giorno, Mese } from '../../domain/giorno.ts';
import type { Permanenza } from '../../domain/permanenza.ts';
import type { Immagine } from '../registro.ts';
import type { Riga, Scrittura } from '../scrittura.ts';
import { readChiusi, readGiorni, writeGiorni } from './assenza-giorni.ts';
import { type Regole, readRegole, regolaDi } from './assenza-regole.ts';
import { paroleDi, readAssenze, toAssenza } from './assenza-righe.ts';

/** Columns of a stay that say which days are its own. */
const DATE = ['data_ingresso', 'data_dimissione', 'esito', 'deleted_at_ms'];

/** What speaks where a gesture changed one side only: the letters of the grid, or the assenze. */
type Voce = 'griglia' | 'assenze';

/**
 * The end of every gesture (Store.write): for the stays it touched, the days away in the grid and the assenze say the same.
 * Whoever wrote the letters is followed by the assenze; whoever wrote assenze, or dates of the stay, is followed by the letters
 * of the months that are open. A central office keeps no assenze: its grids come from the communities.
 */
export function reconcileAssenze(tx: Scrittura, oggi: Giorno): void {
  const toccate = listToccate(tx, tx.immagini);
  if (toccate.size === 0 || isCentrale(tx)) return;
  const regole = readRegole(tx);
  for (const [ingressoId, voce] of toccate) accordaPermanenza(tx, ingressoId, voce, oggi, regole);
}

/**
 * A new day: who was out is still out, as far as anybody knows. Stays whose letters were written before assenze were kept get
 * theirs. Nothing to do leaves no trace.
 */
export function extendAssenze(tx: Scrittura, oggi: Giorno): void {
  if (isCentrale(tx)) return;
  const regole = readRegole(tx);
  const { fuori } = codiciAssenza(regole.codici);
  if (fuori.size === 0) return;
  for (const id of listFuori(tx)) accordaPermanenza(tx, id, 'assenze', oggi, regole);
  for (const id of listSenzaAssenze(tx, fuori)) accordaPermanenza(tx, id, 'griglia', oggi, regole);
}

/**
 * The letters of one stay follow its assenze, now. Returns the closed months it would have changed and left alone: whoever asked
 * decides whether the gesture stands.
 */
export function accordaAssenze(tx: Scrittura, ingressoId: string, oggi: Giorno): Mese[] {
  return accordaPermanenza(tx, ingressoId, 'assenze', oggi, readRegole(tx));
}

/** The day rule of a payer on a day. */
export function regolaPer(tx: Scrittura, entePagante: string | null, giorno: Giorno): RegolaAssenza {
  return regolaDi(readRegole(tx), entePagante, giorno);
}

function listToccate(tx: Scrittura, immagini: readonly Immagine[]): Map<string, Voce> {
  const toccate = new Map<string, Voce>();
  for (const immagine of immagini) {
    if (immagine.t === 'presenze') for (const id of permanenzeDi(tx, 'presenze', immagine)) toccate.set(id, 'griglia');
    else
      for (const id of immagine.t === 'assenze' ? permanenzeDi(tx, 'assenze', immagine) : movedStay(immagine))
        if (!toccate.has(id)) toccate.set(id, 'assenze');
  }
  return toccate;
}

/** The stay a row is of, and the one it was of before a workbook gave it to another; a new row's image says it. */
function permanenzeDi(tx: Scrittura, tabella: 'presenze' | 'assenze', { id, prima, dopo }: Immagine): string[] {
  const [vecchia, nuova] = [prima, dopo].map((lato) =>
    lato !== null && 'ingresso_id' in lato && typeof lato['ingresso_id'] === 'string' ? lato['ingresso_id'] : undefined,
  );
  return [vecchia, nuova ?? tx.find(tabella, id)?.ingressoId].filter((una) => una !== undefined);
}

/** The stay whose days changed; a new one has none yet. */
function movedStay({ t, id, prima, dopo }: Immagine): string[] {
  if (t !== 'ingressi' || prima === null || dopo === null) return [];
  return DATE.some((colonna) => colonna in dopo) ? [id] : [];
}

function accordaPermanenza(tx: Scrittura, ingressoId: string, voce: Voce, oggi: Giorno, regole: Regole): Mese[] {
  const ingresso = tx.find('ingressi', ingressoId);
  const righe = readAssenze(tx, ingressoId).map((riga) => planAssenza(tx, riga, oggi));
  if (!ingresso || ingresso.deletedAtMs !== null) {
    for (const riga of righe) tx.remove('assenze', riga.id);
    return [];
  }
  const { fuori, presente } = codiciAssenza(regole.codici);
  // what the log holds is one of the seven outcomes: it is read as it is
  const permanenza: Permanenza = { ...ingresso, esito: ingresso.esito as Permanenza['esito'] };
  const regola = (giorno: Giorno) => regolaDi(regole, ingresso.entePagante, giorno);
  const quadro: QuadroAssenze = { permanenza, regola, codici: fuori, oggi };
  const assenze = righe.map(toAssenza);
  const letti = readGiorni(tx, ingressoId, permanenza);
  const { giorni, fermi } =
    voce === 'griglia'
      ? { giorni: letti, fermi: [] }
      : writeGiorni(
          tx,
          ingressoId,
          letti,
          codificaAssenze(letti, assenze, quadro, presente),
          readChiusi(tx, ingresso.strutturaId),
        );
  writeAssenze(tx, ingressoId, righe, assenzeDaiCodici(assenze, giorni, quadro));
  return fermi;
}

function writeAssenze(
  tx: Scrittura,
  ingressoId: string,
  prima: readonly Riga<'assenze'>[],
  dopo: readonly Assenza[],
): void {
  const restano = new Set(dopo.map((assenza) => assenza.id));
  for (const riga of prima) if (!restano.has(riga.id)) tx.remove('assenze', riga.id);
  const byId = new Map(prima.map((riga) => [riga.id, riga]));
  const nuove: Assenza[] = [];
  for (const assenza of dopo) {
    const riga = assenza.id === null ? undefined : byId.get(assenza.id);
    if (riga) moveAssenza(tx, riga, assenza);
    else nuove.push(assenza);
  }
  if (nuove.length > 0) addAssenze(tx, ingressoId, nuove, byId);
}

/** The hour was of the day it was: on another day nobody knows it. */
function moveAssenza(tx: Scrittura, riga: Riga<'assenze'>, { uscita, rientro, confermata }: Assenza): void {
  tx.update('assenze', riga.id, {
    confermata,
    ...(uscita === riga.uscita ? {} : { uscita, oraUscita: null }),
    ...(rientro === riga.rientro ? {} : { rientro, oraRientro: null }),
  });
}

/**
 * A letter put back where an assenza was brings it back with all that was written of it: the last one taken away there. What was
 * cut from one that is still out has its words.
 */
function addAssenze(
  tx: Scrittura,
  ingressoId: string,
  nuove: readonly Assenza[],
  prima: ReadonlyMap<string, Riga<'assenze'>>,
): void {
  const tolte = new Map(
    tx
      .select('assenze', 't.ingresso_id = ? AND t.deleted_at_ms IS NOT NULL ORDER BY t.updated_at_ms, t.id', ingressoId)
      .map((riga) => [segnoDi(riga, riga), riga.id]),
  );
  for (const { codice, uscita, rientro, regola, da } of nuove) {
    const segno = segnoDi({ codice, uscita, rientro }, regola);
    const tolta = tolte.get(segno);
    tolte.delete(segno);
    const parole = paroleDi(prima.get(da ?? ''));
    if (tolta === undefined) tx.insert('assenze', { ingressoId, codice, uscita, rientro, ...regola, ...parole });
    else tx.update('assenze', tolta, { deletedAtMs: null, confermata: true, ...parole });
  }
}

/** What makes two assenze of a stay the same days, counted alike. */
function segnoDi(
  { codice, uscita, rientro }: Pick<Assenza, 'codice' | 'uscita' | 'rientro'>,
  { uscitaAssente, rientroAssente }: RegolaAssenza,
): string {
  return JSON.stringify([codice, uscita, rientro, uscitaAssente, rientroAssente]);
}

/** An exit of a day to come is a plan, whoever wrote it; who came back did go. */
function planAssenza(tx: Scrittura, riga: Riga<'assenze'>, oggi: Giorno): Riga<'assenze'> {
  const { id, uscita, oraUscita, rientro, confermata } = riga;
  if (rientro !== null && !confermata) tx.update('assenze', id, { confermata: true });
  else if (rientro === null && confermata && uscita > oggi)
    tx.update('assenze', id, { confermata: false, uscitaPrevista: uscita, oraUscitaPrevista: oraUscita });
  else return riga;
  return tx.find('assenze', id) ?? riga;
}

/** Stays with somebody out and not back, or going one day as if they had gone already; those that ended too: the days up to their end may not have been written yet. */
function listFuori(tx: Scrittura): string[] {
  return tx
    .prepare(
      `SELECT DISTINCT a.ingresso_id FROM assenze a JOIN ingressi i ON i.id = a.ingresso_id
       WHERE a.deleted_at_ms IS NULL AND i.deleted_at_ms IS NULL AND a.rientro IS NULL AND a.confermata = 1`,
    )
    .pluck()
    .all() as string[];
}

/** Stays with days away in the grid and no assenza. */
function listSenzaAssenze(tx: Scrittura, fuori: ReadonlySet<string>): string[] {
  return (
    tx
      .prepare(
        `SELECT DISTINCT p.ingresso_id FROM presenze p JOIN ingressi i ON i.id = p.ingresso_id
       WHERE p.deleted_at_ms IS NULL AND i.deleted_at_ms IS NULL AND p.codici GLOB ?
       AND NOT EXISTS (SELECT 1 FROM assenze a WHERE a.ingresso_id = p.ingresso_id)`,
      )
      .pluck()
      // a hyphen means itself only in the last place
      .all(`*[${[...fuori].toSorted((a, b) => Number(a === '-') - Number(b === '-')).join('')}]*`) as string[]
  );
}

function isCentrale(tx: Scrittura): boolean {
  const ruolo = tx
    .prepare("SELECT valore FROM impostazioni WHERE id = 'ruolo' AND deleted_at_ms IS NULL")
    .pluck()
    .get();
  return ruolo === 'centrale';
}
