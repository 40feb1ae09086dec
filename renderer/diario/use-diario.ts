import { useMemo } from 'react';
import type { Input, Output } from '../../electron/contract/index.ts';
import { useEndpointPagine } from '../api/index.ts';

export type RigaDiario = Output<'diario.list'>['righe'][number];
type Cursore = NonNullable<Output<'diario.list'>['altre']>;

/** What of the diary is looked at. */
export type FiltroDiario = Pick<
  Input<'diario.list'>,
  'struttura' | 'ospiteId' | 'tipo' | 'importanti' | 'testo' | 'dal' | 'al' | 'nuove'
>;

const PASSO = {
  con: (input: Input<'diario.list'>, prima: Cursore) => ({ ...input, prima }),
  dopo: ({ altre }: Output<'diario.list'>) => altre,
};

/** The diary, newest first, more of it as it is scrolled. */
export function useDiario(filtro: FiltroDiario, limite = 100) {
  const { pagine, ...resto } = useEndpointPagine('diario.list', { ...filtro, limite }, PASSO);
  const righe = useMemo(() => pagine?.flatMap((pagina) => pagina.righe), [pagine]);
  return { ...resto, righe, finoAVoce: pagine?.[0]?.finoAVoce ?? null };
}
