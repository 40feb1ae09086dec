import { useMemo } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { useEndpoint } from '../api/index.ts';
import { useFormatNome } from '../shell/nome-ospite.ts';
import { testi } from '../testi/index.ts';
import css from './avvertenza.module.css';
import { SegnoAvvertenza } from './segno.tsx';

const t = testi.avvertenze;

type Una = Output<'ospiti.listAvvertenze'>[number];
type PerOspite = (ospiteId: string) => readonly Una[];

const NESSUNA: readonly Una[] = [];

/** The alerts of today of whoever: one question for the whole window, asked again when something of the guests changes. */
export function useAvvertenze(): PerOspite {
  const { data } = useEndpoint('ospiti.listAvvertenze', {});
  return useMemo(() => {
    const per = Map.groupBy(data ?? NESSUNA, ({ ospiteId }) => ospiteId);
    return (ospiteId) => per.get(ospiteId) ?? NESSUNA;
  }, [data]);
}

/** `Allergia: penicillina; Rischio: fuga`, for a title or a label; '' when there is none. */
export function inParole(avvertenze: readonly Una[]): string {
  return avvertenze.map(({ tipo, testo }) => t.inParole(t.tipi[tipo] ?? tipo, testo)).join('; ');
}

interface Props {
  /** the guests something is being done about */
  ospiti: readonly string[];
}

/** The alerts of these guests, each after its name when they are many; nothing when there is none. */
export function AvvertenzeDi({ ospiti }: Props) {
  const avvertenzeDi = useAvvertenze();
  const formatNome = useFormatNome();
  const righe = ospiti.map(avvertenzeDi).filter((sue) => sue.length > 0);
  if (righe.length === 0) return null;
  return (
    <span className={css['di']}>
      {righe.map((sue) => (
        <span key={sue[0]?.ospiteId}>
          {ospiti.length > 1 && sue[0] && (
            <span className={css['tenue']}>{formatNome(sue[0].cognome, sue[0].nome)}</span>
          )}
          {sue.map((una) => (
            <SegnoAvvertenza key={una.tipo + una.testo} tipo={una.tipo} testo={una.testo} />
          ))}
        </span>
      ))}
    </span>
  );
}
