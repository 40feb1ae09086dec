// ISTAT's list of the comuni: in which province each was in 1995–2005, 2006–2009, 2010–2016, and is.

/** Provinces that are no more on the list's day, by ISTAT's number. */
const SCOMPARSE = { 104: 'OT', 105: 'OG', 106: 'VS', 107: 'CI' };
const [CATASTALE, SIGLA, STORICO] = [18, 13, 4];
/** The columns of the codes with 103, 107 and 110 provinces. */
const COLONNE = [17, 16, 15];

/** @returns by codice catastale, the letters of the province in the four times, oldest first; '' where it did not exist */
export function leggiIstat(testo) {
  // the heading holds line breaks: a row of data begins with a number
  const righe = testo
    .split(/\r?\n/)
    .map((riga) => riga.split(';'))
    .filter((c) => /^\d/.test(c[0] ?? '') && c.length > CATASTALE);
  const provincia = { ...SCOMPARSE };
  for (const colonne of righe) provincia[Number(colonne[STORICO].slice(0, 3))] ??= colonne[SIGLA];
  const allora = (codice) => provincia[Math.floor(Number(codice) / 1000)] ?? '';
  return new Map(righe.map((c) => [c[CATASTALE], [...COLONNE.map((n) => allora(c[n])), c[SIGLA]]]));
}
