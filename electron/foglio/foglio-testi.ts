import type { Comunicazione } from '../../db/schema/ingresso.ts';
import type { SezioneRelazione } from '../../db/schema/relazione.ts';
import type { Giorno } from '../../domain/giorno.ts';
import type { Lettura } from './foglio-colonna.ts';
import { leggiGiorno } from './foglio-giorno.ts';

/** Values of several parts written in one cell: the way in and the way out of each are inverse. */

/** Before what belongs to a protected section: `[giuridica] UEPE`. */
const RISERVATA = /^\[(hiv|hcv|sostanze|giuridica|note)\]\s*/;

/**
 * `SERD di Cremona=12/03/2025|tutore|[giuridica] UEPE`: whom, and the day it was done when it was; what it says of the judicial
 * position is marked. A `|` of a text is written `\|`.
 */
export function leggiComunicazioni(testo: string, oggi: Giorno): Lettura<Comunicazione[]> {
  const lette: Comunicazione[] = [];
  for (const parte of testo.split(/(?<!\\)\|/)) {
    const uguale = parte.lastIndexOf('=');
    const scritto = (uguale === -1 ? parte : parte.slice(0, uguale)).replaceAll('\\|', '|').trim();
    const giuridica = RISERVATA.exec(scritto)?.[1] === 'giuridica';
    const a = giuridica ? scritto.replace(RISERVATA, '') : scritto;
    const quando = uguale === -1 ? '' : parte.slice(uguale + 1).trim();
    if (a === '' && quando === '') continue;
    if (a === '') return { messaggio: 'Manca a chi è stata fatta la comunicazione: scriverlo prima di «=».' };
    const giorno = quando === '' ? { valore: null } : leggiGiorno(quando, 'evento', oggi);
    if ('messaggio' in giorno) return giorno;
    lette.push({ a, fattaIl: giorno.valore, giuridica });
  }
  return { valore: lette };
}

export function scriviComunicazioni(comunicazioni: readonly Comunicazione[]): string {
  const chi = ({ a, giuridica }: Comunicazione) => `${giuridica ? '[giuridica] ' : ''}${a.replaceAll('|', '\\|')}`;
  return comunicazioni.map((una) => `${chi(una)}=${una.fattaIl ?? ''}`).join('|');
}

/** A part of a report, with the protected section it tells of. */
type Sezione = SezioneRelazione & { readonly riservata?: string | null };

const TITOLO = '## ';

/** A spreadsheet holds 32,767 characters a cell: a longer report goes out cut, says so, and does not come back. */
const MASSIMO = 32_000;
const TAGLIATA = '[… tagliata: intera è nella pagina dell’ospite]';

/** Each part under a line `## Titolo`, or `## [giuridica] Titolo`. A line of the text that would be taken for one begins with `\`. */
export function leggiSezioni(testo: string): Lettura<SezioneRelazione[]> {
  if (testo.endsWith(TAGLIATA))
    return {
      messaggio: 'La relazione è troppo lunga per una cella ed è uscita tagliata: si cambia nella pagina dell’ospite.',
    };
  const lette: { titolo: string; riservata: string | null; righe: string[] }[] = [];
  for (const riga of testo.split(/\r\n|\r|\n/)) {
    const ultima = lette.at(-1);
    if (riga.startsWith(TITOLO)) {
      const scritto = riga.slice(TITOLO.length).trim();
      const titolo = scritto.replace(RISERVATA, '');
      lette.push({ titolo, riservata: RISERVATA.exec(scritto)?.[1] ?? null, righe: [] });
    } else if (ultima) ultima.righe.push(riga.replace(/^\\/, ''));
    else if (riga.trim() !== '')
      return { messaggio: 'Il testo comincia senza titolo: scrivere sopra una riga «## Titolo».' };
  }
  const valore: (Sezione & { riservata: string | null })[] = lette.map(({ titolo, riservata, righe }) => {
    return { titolo, testo: righe.join('\n').replace(/\n$/, ''), riservata };
  });
  return { valore };
}

export function scriviSezioni(sezioni: readonly Sezione[]): string {
  const protetto = (testo: string) => testo.replace(/\r\n?/g, '\n').replace(/^(?=\\|## )/gm, '\\');
  const titolo = ({ titolo: t, riservata }: Sezione) =>
    `${riservata ? `[${riservata}] ` : ''}${t.replace(/\s+/g, ' ')}`;
  const testo = sezioni.map((una) => `${TITOLO}${titolo(una)}\n${protetto(una.testo)}\n`).join('');
  return testo.length <= MASSIMO ? testo : `${testo.slice(0, MASSIMO)}${TAGLIATA}`;
}
