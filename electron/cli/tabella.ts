/** Text columns: words on the left, numbers (and dashes in their place) on the right. */
export function table(
  testa: readonly string[],
  righe: readonly (readonly (string | number | null | undefined)[])[],
): string {
  const cells = righe.map((riga) => riga.map(cell));
  const right = testa.map((_, column) => righe.length > 0 && righe.every((riga) => isNumero(riga[column])));
  const widths = testa.map((title, column) =>
    Math.max(width(title), ...cells.map((riga) => width(riga[column] ?? ''))),
  );
  const line = (riga: readonly string[]) =>
    riga
      .map((text, column) => pad(text, widths[column] ?? 0, right[column] ?? false))
      .join('  ')
      .trimEnd();
  const rule = widths.map((w) => '─'.repeat(w)).join('  ');
  return [line(testa), rule, ...cells.map(line)].join('\n');
}

/** A number as it is read in Italy; null is a dash. */
export function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'string') return visibile(value).replaceAll(/[\n\t]/g, ' ');
  return value.toLocaleString('it-IT', { maximumFractionDigits: 2, useGrouping: 'always' });
}

/**
 * A text that a terminal shows as it is: the characters that would move the cursor, change what was written before or turn
 * the order of the letters become U+FFFD. Line ends and tabs stay.
 */
export function visibile(text: string): string {
  return text.replaceAll(/(?![\n\t])[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '\uFFFD');
}

function isNumero(value: string | number | null | undefined): boolean {
  return typeof value === 'number' || value === null || value === undefined;
}

function width(text: string): number {
  return [...text].length;
}

function pad(text: string, to: number, right: boolean): string {
  const blank = ' '.repeat(Math.max(0, to - width(text)));
  return right ? blank + text : text + blank;
}

/** "1 ingresso", "3 ingressi": the number with the right word. */
export function quanti(n: number, uno: string, molti: string): string {
  return `${cell(n)} ${n === 1 ? uno : molti}`;
}
