import { useMemo } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { isOfferta } from '../../domain/lista.ts';
import { useEndpoint } from '../api/index.ts';
import { useSessione } from '../shell/sessione.ts';
import type { Voce } from './campo-scelta.tsx';

/** When the fact is of which a value is chosen: a day, or the days it lasts. */
export interface QuandoFatto {
  /** absent: today */
  readonly giorno?: Giorno | undefined;
  /** its last day; absent: that same one */
  readonly fine?: Giorno | undefined;
}

/**
 * The values of one of the office's lists (`liste.get`), to be chosen from. Those not offered when the fact was are there too,
 * marked: a fact that holds one shows its label.
 */
export function useVociLista(lista: string | undefined, { giorno, fine }: QuandoFatto): readonly Voce[] {
  const liste = useEndpoint('liste.get', {}).data;
  const oggi = useSessione()?.oggi;
  const dal = giorno ?? oggi;
  const al = fine ?? dal;
  return useMemo(() => {
    const voci = lista === undefined ? [] : (liste?.[lista] ?? []);
    return voci.map((v) => ({
      value: v.voce,
      label: v.etichetta,
      ritirata: dal !== undefined && !isOfferta(v, dal, al !== undefined && al > dal ? al : dal),
    }));
  }, [liste, lista, dal, al]);
}
