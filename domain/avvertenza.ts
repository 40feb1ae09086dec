import type { Giorno } from './giorno.ts';

/** What whoever is on duty must know at once. */
export const TIPI_AVVERTENZA = ['allergia', 'rischio', 'salute', 'altro'] as const;

/** Whether an alert holds on that day: `al` is the last day, null is until taken away. */
export function isVigente({ dal, al }: { readonly dal: Giorno; readonly al: Giorno | null }, giorno: Giorno): boolean {
  return dal <= giorno && (al === null || al >= giorno);
}
