/** One line of the table. Times in milliseconds; `rapporto` as `verso` says. */
export interface Riga {
  readonly misura: string;
  readonly approdo: string;
  readonly confronto: string;
  readonly rapporto: number | null;
  readonly limite: Limite | null;
}

/** `al_massimo`: Approdo ÷ the other side; `almeno`: the other side ÷ Approdo. */
export interface Limite {
  readonly tipo: 'al_massimo' | 'almeno';
  readonly valore: number;
}

export const alMassimo = (valore: number): Limite => ({ tipo: 'al_massimo', valore });
export const almeno = (valore: number): Limite => ({ tipo: 'almeno', valore });

/** `ok`, or on which side of the bound the ratio is. Reported, never a reason to fail. */
export function esitoDi({ rapporto, limite }: Riga): string {
  if (rapporto === null || limite === null) return '—';
  if (limite.tipo === 'al_massimo') return rapporto <= limite.valore ? 'ok' : 'sopra';
  return rapporto >= limite.valore ? 'ok' : 'sotto';
}

/** As a Markdown table, readable in a terminal too. */
export function formatTavola(righe: readonly Riga[]): string {
  const testata = ['misura', 'Approdo', 'confronto', 'rapporto', 'limite', 'esito'];
  const celle = righe.map((riga) => [
    riga.misura,
    riga.approdo,
    riga.confronto,
    riga.rapporto === null ? '—' : `${formatNumero(riga.rapporto, 2)}×`,
    riga.limite === null ? '—' : `${riga.limite.tipo === 'almeno' ? '≥' : '≤'} ${formatNumero(riga.limite.valore)}×`,
    esitoDi(riga),
  ]);
  const larghezze = testata.map((titolo, i) => Math.max(titolo.length, ...celle.map((riga) => riga[i]?.length ?? 0)));
  const linea = (riga: readonly string[]) => `| ${riga.map((c, i) => allinea(c, larghezze[i] ?? 0, i)).join(' | ')} |`;
  const riga = `|${larghezze.map((n, i) => (i === 3 || i === 4 ? `${'-'.repeat(n + 1)}:` : '-'.repeat(n + 2))).join('|')}|`;
  return [linea(testata), riga, ...celle.map(linea)].join('\n');
}

function allinea(testo: string, larghezza: number, colonna: number): string {
  return colonna === 3 || colonna === 4 ? testo.padStart(larghezza) : testo.padEnd(larghezza);
}

/** With a comma, and no more decimals than asked. */
export function formatNumero(n: number, decimali = 1): string {
  return n.toLocaleString('it', { maximumFractionDigits: decimali, useGrouping: 'min2' });
}

/** `840 ms`, `6,2 s`, `3,1 ms`. */
export function formatMs(ms: number): string {
  if (ms >= 2000) return `${formatNumero(ms / 1000)} s`;
  return `${formatNumero(ms, ms < 100 ? 1 : 0)} ms`;
}
