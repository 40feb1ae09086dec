import { useCallback } from 'react';
import { useEndpoint } from '../api/index.ts';
import { testi } from '../testi/index.ts';

/** The label of a value of a list (`liste.get`), or the value itself. */
export type Etichette = (lista: string, voce: string) => string;

/** Labels of the code lists, for tables. */
export function useEtichette(): Etichette {
  const liste = useEndpoint('liste.get', {}).data;
  return useCallback(
    (lista, voce) =>
      liste?.[lista]?.find((v) => v.voce === voce)?.etichetta ??
      testi.report.bilancio.valori[voce] ??
      voce.replaceAll('_', ' '),
    [liste],
  );
}
