import type { Output } from '../../electron/contract/index.ts';

export type Riga = Output<'scadenze.list'>['righe'][number];

export type Gruppo = 'tardi' | 'presto' | 'dopo';
export const GRUPPI: readonly Gruppo[] = ['tardi', 'presto', 'dopo'];

/** What its rule says is to be done now, whatever the day: a notice of sixty days is said sixty days before, one of seven seven. */
export function gruppoDi({ giorni, presto }: Pick<Riga, 'giorni' | 'presto'>): Gruppo {
  if (giorni < 0) return 'tardi';
  return presto ? 'presto' : 'dopo';
}

/** The lines by group, each in the order of the answer (the most late first). */
export function raggruppa(righe: readonly Riga[]): Readonly<Record<Gruppo, readonly Riga[]>> {
  const gruppi = Map.groupBy(righe, gruppoDi);
  return { tardi: gruppi.get('tardi') ?? [], presto: gruppi.get('presto') ?? [], dopo: gruppi.get('dopo') ?? [] };
}
