import { type Blocco, carattere, isDentro, type RigaGriglia } from './griglia-stato.ts';

/** The block as a spreadsheet wants it: one line per guest, tab between days, nothing where nothing is recorded. */
export function formatAppunti(righe: readonly RigaGriglia[], blocco: Blocco): string {
  return righe
    .slice(blocco.daRiga, blocco.aRiga + 1)
    .map((riga) => {
      const celle: string[] = [];
      for (let giorno = blocco.daColonna; giorno <= blocco.aColonna; giorno++) {
        const codice = isDentro(riga, giorno) ? carattere(riga, giorno) : '.';
        celle.push(codice === '.' ? '' : codice);
      }
      return celle.join('\t');
    })
    .join('\n');
}

/** A value without the quotes a spreadsheet may put around it. */
function senzaVirgolette(valore: string): string {
  const pulito = valore.trim();
  const dentro = /^"(.*)"$/s.exec(pulito)?.[1];
  return dentro === undefined ? pulito : dentro.replaceAll('""', '"').trim();
}

/**
 * The cells of pasted text: lines and tabs, whatever the line ends; the empty line that spreadsheets add at the end does
 * not count. [] when there is no text.
 */
export function parseAppunti(testo: string): string[][] {
  if (testo === '') return [];
  const righe = testo.replace(/\r\n?/g, '\n').split('\n');
  if (righe.length > 1 && righe.at(-1) === '') righe.pop();
  return righe.map((riga) => riga.split('\t').map(senzaVirgolette));
}
