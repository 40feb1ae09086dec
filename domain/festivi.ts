import { annoDi, epochDi, type Giorno, giornoDellaSettimana, giornoToEpoch } from './giorno.ts';

/** Fixed national holidays, `MM-DD` (L. 260/1949 and later amendments). */
const FISSI: ReadonlyMap<string, string> = new Map([
  ['01-01', 'Capodanno'],
  ['01-06', 'Epifania'],
  ['04-25', 'Liberazione'],
  ['05-01', 'Festa del lavoro'],
  ['06-02', 'Festa della Repubblica'],
  ['08-15', 'Ferragosto'],
  ['11-01', 'Ognissanti'],
  ['12-08', 'Immacolata'],
  ['12-25', 'Natale'],
  ['12-26', 'Santo Stefano'],
]);

const SAN_FRANCESCO = '10-04';
/** The 4th of October is a national holiday again from 2026. */
const SAN_FRANCESCO_DAL = 2026;

/** Easter Sunday of the Gregorian calendar as days from 1970-01-01 (Meeus/Jones/Butcher). */
function pasquaEpoch(anno: number): number {
  const a = anno % 19;
  const b = Math.floor(anno / 100);
  const c = anno % 100;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return epochDi(anno, Math.floor(n / 31), (n % 31) + 1);
}

/** The name of the national holiday on day `g`, undefined on any other day (an ordinary Sunday has none). */
export function nomeFestivo(g: Giorno): string | undefined {
  const giornoMese = g.slice(5);
  const fisso = FISSI.get(giornoMese);
  if (fisso !== undefined) return fisso;
  if (giornoMese === SAN_FRANCESCO && annoDi(g) >= SAN_FRANCESCO_DAL) return 'San Francesco';
  const dopoPasqua = giornoToEpoch(g) - pasquaEpoch(annoDi(g));
  if (dopoPasqua === 0) return 'Pasqua';
  return dopoPasqua === 1 ? 'Lunedì dell’Angelo' : undefined;
}

/** Sundays and Italian national holidays. */
export function isFestivo(g: Giorno): boolean {
  return giornoDellaSettimana(g) === 7 || nomeFestivo(g) !== undefined;
}
