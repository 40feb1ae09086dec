import { format, isSameDay, isSameYear, subDays } from 'date-fns';
import { it } from 'date-fns/locale/it';
import { type Giorno, giornoToEpoch } from '../../domain/giorno.ts';

/** Noon of a calendar day on this computer: far from any change of the clocks. */
function mezzogiorno(giorno: Giorno): Date {
  const utc = new Date(giornoToEpoch(giorno) * 86_400_000);
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate(), 12);
}

/** The local calendar day of an instant. */
export function giornoDellIstante(atMs: number): Giorno {
  return format(atMs, 'yyyy-MM-dd');
}

/** `18:42` */
export function formatOra(atMs: number): string {
  return format(atMs, 'HH:mm');
}

/** `oggi 18:42`, `ieri 18:42`, `lun 3 mar 18:42`, with the year when it is not this one. */
export function formatIstante(atMs: number, oggi: Giorno): string {
  const adesso = mezzogiorno(oggi);
  if (isSameDay(atMs, adesso)) return `oggi ${formatOra(atMs)}`;
  if (isSameDay(atMs, subDays(adesso, 1))) return `ieri ${formatOra(atMs)}`;
  return format(atMs, isSameYear(atMs, adesso) ? 'EEE d MMM HH:mm' : 'EEE d MMM yyyy HH:mm', { locale: it });
}
