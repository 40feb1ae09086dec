import { useEndpoint } from '../api/index.ts';
import type { Griglia } from './foglio-righe.ts';

/** The month's grid with the guests' codes in place of their names, in the order of the codes; undefined until they are known. */
export function useSoloCodici(griglia: Griglia | undefined, attivo: boolean): Griglia | undefined {
  const ospiti = [...new Set(griglia?.righe.map(({ ospiteId }) => ospiteId))];
  const codici = useEndpoint('codici.list', { ospiti }, { enabled: attivo && griglia !== undefined }).data;
  if (!attivo) return griglia;
  return griglia && codici && conCodici(griglia, codici);
}

export function conCodici(griglia: Griglia, codici: Readonly<Record<string, string>>): Griglia {
  const righe = griglia.righe.map((riga) => ({ ...riga, cognome: codici[riga.ospiteId] ?? '', nome: '' }));
  return { ...griglia, righe: righe.toSorted((a, b) => a.cognome.localeCompare(b.cognome)) };
}
