import { addGiorni, type Giorno } from '../../domain/giorno.ts';
import { formatGiorno, formatGiornoBreve } from '../../domain/giorno-testo.ts';
import { formatOra } from '../testi/index.ts';

/** Whether the moment an exit was planned for is past; without an hour, the day. */
export function isPassata({ uscita, oraUscita }: { uscita: Giorno; oraUscita: string | null }, oggi: Giorno): boolean {
  return uscita < oggi || (uscita === oggi && oraUscita !== null && oraUscita < formatOra(Date.now()));
}

/** `oggi alle 20:00`, `domani`, `lun 3 mar alle 18:30`; the year where it is not this one. */
export function formatQuando(giorno: Giorno, ora: string | null, oggi: Giorno): string {
  const quando =
    giorno === oggi
      ? 'oggi'
      : giorno === addGiorni(oggi, 1)
        ? 'domani'
        : giorno === addGiorni(oggi, -1)
          ? 'ieri'
          : giorno.slice(0, 4) === oggi.slice(0, 4)
            ? formatGiorno(giorno)
            : formatGiornoBreve(giorno);
  return ora === null ? quando : `${quando} alle ${ora}`;
}
