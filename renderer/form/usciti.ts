import type { Giorno } from '../../domain/giorno.ts';
import { useEndpoint } from '../api/index.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { useOspitiDelGiorno } from './campo-ospiti.tsx';

type Nomi = ReadonlyMap<string, string>;

/** Of whom something may be to write on a day: who is in the struttura, and apart who left it in the thirty days before. */
export function useQuiOUsciti(struttura: string, giorno: Giorno): { qui: Nomi; usciti: Nomi } {
  const formatNome = useFormatNome();
  const { ospiti } = useOspitiDelGiorno(struttura, giorno);
  const { data = [] } = useEndpoint('ospiti.listUsciti', { struttura, giorno });
  const qui = new Map(ospiti.map(({ ospiteId, cognome, nome }) => [ospiteId, formatNome(cognome, nome)]));
  const altri = data.filter(({ ospiteId }) => !qui.has(ospiteId));
  return { qui, usciti: new Map(altri.map(({ ospiteId, cognome, nome }) => [ospiteId, formatNome(cognome, nome)])) };
}
