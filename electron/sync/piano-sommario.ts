import { nomeMese } from '../../domain/giorno-testo.ts';
import type { Manifesto } from './manifesto.ts';
import type { Piano } from './piano.ts';
import type { Operazione } from './piano-unione.ts';

export interface Righe {
  readonly inserite: number;
  readonly aggiornate: number;
  readonly eliminate: number;
}

/** Rows that people would notice, by what happens to them; a row only marked as of a newer parcel is not one. */
export function contaRighe({ operazioni }: Pick<Piano, 'operazioni'>): Righe {
  let [inserite, aggiornate, eliminate] = [0, 0, 0];
  for (const o of operazioni) {
    if (o.op === 'insert' && o.viva) inserite++;
    else if (o.op === 'partecipanti') aggiornate++;
    else if (o.op === 'update' && o.viva === false) eliminate++;
    else if (o.op === 'update' && o.viva === true) inserite++;
    else if (o.op === 'update') aggiornate++;
  }
  return { inserite, aggiornate, eliminate };
}

/** The plan in plain sentences: `3 ingressi nuovi`, `1 dimissione corretta`, `12 presenze cambiate a marzo`, `0 cancellazioni`. */
export function sommarioPiano(piano: Piano, m: Manifesto): string[] {
  const stays = piano.operazioni.filter((o) => o.t === 'ingressi');
  const nuovi = stays.filter((o) => o.op === 'insert' && o.viva);
  const dimissioni = stays.filter((o) => dimissione(o) === 'nuova').length;
  const corrette = stays.filter((o) => dimissione(o) === 'corretta').length;
  const { nuove, cambiate } = contaGiorni(piano.operazioni);
  const eventi = piano.operazioni.filter(
    (o) => ['visite', 'incontri', 'attivita'].includes(o.t) && o.op === 'insert' && o.viva,
  );
  const mese = nomeMese(Number(m.mese.slice(5)));
  const frasi = [
    plurale(nuovi.length, 'ingresso nuovo', 'ingressi nuovi'),
    plurale(dimissioni, 'dimissione', 'dimissioni'),
    plurale(corrette, 'dimissione corretta', 'dimissioni corrette'),
    plurale(
      stays.filter(isDelFoglio).length,
      'permanenza del foglio finita prima',
      'permanenze del foglio finite prima',
    ),
    plurale(nuove, `presenza nuova a ${mese}`, `presenze nuove a ${mese}`),
    plurale(cambiate, `presenza cambiata a ${mese}`, `presenze cambiate a ${mese}`),
    plurale(eventi.length, 'visita, incontro o attività', 'visite, incontri e attività'),
  ].filter((frase) => !frase.startsWith('0 '));
  return [...frasi, plurale(contaRighe(piano).eliminate, 'cancellazione', 'cancellazioni')];
}

function dimissione(o: Operazione): 'nuova' | 'corretta' | null {
  if (o.op === 'insert') return o.viva && o.riga['dataDimissione'] !== null ? 'nuova' : null;
  if (o.op !== 'update' || isDelFoglio(o) || !('dataDimissione' in o.modifica || 'esito' in o.modifica)) return null;
  return o.prima['dataDimissione'] === null ? 'nuova' : 'corretta';
}

/** A stay that only a workbook told, ended because the parcel is without it: no parcel is its version. */
function isDelFoglio(o: Operazione): boolean {
  return o.op === 'update' && o.viva === null && 'dataDimissione' in o.modifica && !('versione' in o.modifica);
}

function contaGiorni(operazioni: readonly Operazione[]): { nuove: number; cambiate: number } {
  let [nuove, cambiate] = [0, 0];
  for (const o of operazioni) {
    if (o.t !== 'presenze') continue;
    if (o.op === 'insert' && o.viva) nuove += [...String(o.riga['codici'])].filter((lettera) => lettera !== '.').length;
    if (o.op === 'update' && typeof o.modifica['codici'] === 'string') {
      const prima = String(o.prima['codici'] ?? '');
      cambiate += [...o.modifica['codici']].filter((lettera, index) => lettera !== prima[index]).length;
    }
  }
  return { nuove, cambiate };
}

function plurale(n: number, uno: string, molti: string): string {
  return n === 1 ? `1 ${uno}` : `${n} ${molti}`;
}
