import type { Lettura } from './foglio-colonna.ts';

const ORA = /^(\d{1,2})(?:[:.](\d{1,2}))?(?:[:.]\d{2})?$/;
const SENZA_SEGNO = /^(\d{1,2})(\d{2})$/;
/** A true time cell is a part of the day; a text such as `0.30` ends in zero, a number never does. */
const FRAZIONE = /^0?\.\d*[1-9]$/;

/** A time of day as the sheets write it: `09:30`, `9.30`, `930`, `9`, or a true time cell. Gives HH:MM. */
export function leggiOra(testo: string): Lettura<string> {
  const minuti = minutiDi(testo.replace(',', '.'));
  if (minuti === undefined || minuti >= 24 * 60)
    return { messaggio: `«${testo}» non è un’ora: scriverla come hh:mm, per esempio 09:30.` };
  return { valore: `${due(Math.floor(minuti / 60))}:${due(minuti % 60)}` };
}

function minutiDi(testo: string): number | undefined {
  if (FRAZIONE.test(testo)) return Math.round(Number(testo) * 24 * 60);
  const [, ore, minuti = '0'] = ORA.exec(testo) ?? SENZA_SEGNO.exec(testo) ?? [];
  if (ore === undefined) return undefined;
  // a number typed as 9.30 is kept as 9.3
  const letti = Number(minuti.length === 1 && testo.includes('.') ? `${minuti}0` : minuti);
  return letti < 60 ? Number(ore) * 60 + letti : undefined;
}

function due(n: number): string {
  return String(n).padStart(2, '0');
}
