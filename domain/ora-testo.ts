/** An hour of the day, `HH:MM`, 24 hours. */
export type Ora = string;

/**
 * An hour as people type it: `9`, `930`, `9.30`, `9:30`, `21 15`. Two digits alone are an hour, three are an hour and its
 * minutes.
 * @returns `HH:MM`, or undefined when it is no hour
 */
export function parseOra(testo: string): Ora | undefined {
  const parti = /^(\d{1,2})(?:\s*[:.,h\s]\s*|(?=\d{2}$))?(\d{2})?$/i.exec(testo.trim());
  if (!parti) return undefined;
  const [ore, minuti] = [Number(parti[1]), Number(parti[2] ?? 0)];
  if (ore > 23 || minuti > 59) return undefined;
  return `${String(ore).padStart(2, '0')}:${String(minuti).padStart(2, '0')}`;
}

/** Whether a text is `HH:MM`, an hour that exists. */
export function isOra(testo: string): boolean {
  return /^\d{2}:\d{2}$/.test(testo) && parseOra(testo) === testo;
}
