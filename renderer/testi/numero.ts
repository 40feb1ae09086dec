const interi = new Intl.NumberFormat('it-IT', { useGrouping: 'always' });
const decimi = new Intl.NumberFormat('it-IT', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `1.234` */
export function formatNumero(n: number): string {
  return interi.format(n);
}

/** `18,3`: one decimal, always. */
export function formatDecimo(n: number): string {
  return decimi.format(n);
}

/** `78,9 %`; `–` where there is nothing to measure against. */
export function formatPercento(n: number | null): string {
  return n === null ? '–' : `${decimi.format(n)} %`;
}

/** `1 giorno`, `2 giorni`. */
export function plurale(n: number, uno: string, molti: string): string {
  return `${formatNumero(n)} ${n === 1 ? uno : molti}`;
}
