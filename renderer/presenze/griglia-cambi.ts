import {
  type Blocco,
  type Cambio,
  type Cella,
  carattere,
  isDentro,
  type RigaGriglia,
  type StatoGriglia,
  selezione,
} from './griglia-stato.ts';

/** What an action would change, and how many cells it had to leave alone. */
export interface Proposta {
  readonly cambi: Cambio[];
  /** cells asked for that hold no day of stay, or lie beyond the month or the last guest */
  readonly saltati: number;
}

/** The code a typed character stands for: as it is, else in the other case; undefined when it is none. */
export function letteraValida(lettere: string, digitata: string): string | undefined {
  return [digitata, digitata.toUpperCase(), digitata.toLowerCase()].find((l) => l.length === 1 && lettere.includes(l));
}

function cambia(riga: RigaGriglia, giorno: number, dopo: string, cambi: Cambio[]): void {
  const prima = carattere(riga, giorno);
  if (prima !== dopo) cambi.push({ ingressoId: riga.ingressoId, giorno, prima, dopo });
}

/** Writes one character on every day of stay of a block. */
export function riempi(righe: readonly RigaGriglia[], blocco: Blocco, dopo: string): Proposta {
  const cambi: Cambio[] = [];
  let saltati = 0;
  for (const riga of righe.slice(blocco.daRiga, blocco.aRiga + 1)) {
    for (let giorno = blocco.daColonna; giorno <= blocco.aColonna; giorno++) {
      if (isDentro(riga, giorno)) cambia(riga, giorno, dopo, cambi);
      else saltati++;
    }
  }
  return { cambi, saltati };
}

/** `Tutti presenti` on these days: only days of stay, only where nothing is recorded. */
export function tuttiPresenti(righe: readonly RigaGriglia[], giorni: readonly number[], presente: string): Cambio[] {
  const cambi: Cambio[] = [];
  for (const riga of righe) {
    for (const giorno of new Set(giorni)) {
      if (isDentro(riga, giorno) && carattere(riga, giorno) === '.') cambia(riga, giorno, presente, cambi);
    }
  }
  return cambi;
}

/** Pasted text that is not a code: what it is and where, from 1. */
export interface NonCodice {
  readonly valore: string;
  readonly riga: number;
  readonly colonna: number;
}

/** Where a pasted block lands: the selection when one value fills it, else from the selection's first cell on. */
function destinazione(stato: StatoGriglia, celle: readonly (readonly string[])[]): Blocco {
  const blocco = selezione(stato);
  if (celle.length === 1 && celle[0]?.length === 1) return blocco;
  const larga = Math.max(...celle.map((riga) => riga.length));
  return { ...blocco, aRiga: blocco.daRiga + celle.length - 1, aColonna: blocco.daColonna + larga - 1 };
}

/** Nothing recorded, however a spreadsheet writes it: empty, a point, a dash where it is not a code. */
function isVuoto(lettere: string, valore: string): boolean {
  return valore === '' || valore === '.' || (valore === '-' && !lettere.includes('-'));
}

function findNonCodice(lettere: string, celle: readonly (readonly string[])[]): NonCodice | undefined {
  for (const [r, riga] of celle.entries()) {
    for (const [c, valore] of riga.entries()) {
      if (!isVuoto(lettere, valore) && letteraValida(lettere, valore) === undefined)
        return { valore, riga: r + 1, colonna: c + 1 };
    }
  }
  return undefined;
}

/**
 * What a paste would do. An empty cell takes the code away; a cell that falls outside a stay, the month or the list is
 * skipped (and counted when it held a code). A value that is not a code refuses the whole paste.
 */
export function incolla(stato: StatoGriglia, celle: readonly (readonly string[])[]): Proposta | NonCodice {
  const nonCodice = findNonCodice(stato.lettere, celle);
  if (nonCodice) return nonCodice;
  const dove = destinazione(stato, celle);
  const uno = celle.length === 1 && celle[0]?.length === 1 ? celle[0][0] : undefined;
  const cambi: Cambio[] = [];
  let saltati = 0;
  for (let r = dove.daRiga; r <= dove.aRiga; r++) {
    const riga = stato.righe[r];
    const valori = celle[r - dove.daRiga];
    for (let giorno = dove.daColonna; giorno <= dove.aColonna; giorno++) {
      const valore = uno ?? valori?.[giorno - dove.daColonna];
      if (valore === undefined) continue;
      if (riga && giorno <= stato.giorni && isDentro(riga, giorno)) {
        cambia(riga, giorno, letteraValida(stato.lettere, valore) ?? '.', cambi);
      } else if (!isVuoto(stato.lettere, valore)) saltati++;
    }
  }
  return { cambi, saltati };
}

/** The cells a fast mouse passed over between two it was seen on (both included, the first left out). */
export function tragitto(da: Cella, a: Cella): Cella[] {
  const passi = Math.max(Math.abs(a.riga - da.riga), Math.abs(a.colonna - da.colonna));
  return Array.from({ length: passi }, (_, i) => ({
    riga: Math.round(da.riga + ((a.riga - da.riga) * (i + 1)) / passi),
    colonna: Math.round(da.colonna + ((a.colonna - da.colonna) * (i + 1)) / passi),
  }));
}
