import { useEffect, useMemo, useState } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { LinkBottone } from '../pannello/link-bottone.tsx';
import { Attesa } from '../pannello/pannello.tsx';
import { ErroreInPagina } from '../shell/avvisi.tsx';
import { testi } from '../testi/index.ts';
import { AggiungiForm } from './aggiungi-form.tsx';
import css from './diario.module.css';
import { ElencoDiario } from './elenco-diario.tsx';
import { FiltriDiario, useFiltri } from './filtri-diario.tsx';
import { type RigaDiario, useDiario } from './use-diario.ts';

const t = testi.diario;

/** What there is to read: up to where in the log, and, where a filter hides some, which lines are on screen. */
export interface DaLeggere {
  readonly finoAVoce: number;
  /** null: nothing is hidden */
  readonly righe: readonly string[] | null;
}

interface Props {
  /** null: wherever the guest was */
  struttura: string | null;
  ospiteId?: string;
  /** where additions are written; null: nobody may write here */
  doveScrivere: string | null;
  oggi: Giorno;
  /** what of it may be said to be read */
  onLetto?: (daLeggere: DaLeggere | null) => void;
}

const isNuova = ({ nuova, aggiunte }: RigaDiario) => nuova || aggiunte.some((una) => una.nuova);

/** The lines, what to show of them, and the way to add to one. */
export function RigheDiario({ struttura, ospiteId, doveScrivere, oggi, onLetto }: Props) {
  const filtri = useFiltri(oggi);
  const { filtro, parziale, filtrato } = filtri;
  const [aperta, setAperta] = useState<RigaDiario | null>(null);
  const { righe, error, refetch, haAltre, altre, finoAVoce } = useDiario({
    ...{ struttura, ospiteId: ospiteId ?? null },
    ...filtro,
  });
  const daLeggere = useMemo((): DaLeggere | null => {
    if (finoAVoce === null || righe === undefined) return null;
    return { finoAVoce, righe: parziale ? righe.filter(isNuova).map(({ id }) => id) : null };
  }, [finoAVoce, righe, parziale]);
  useEffect(() => onLetto?.(daLeggere), [onLetto, daLeggere]);
  const carta = { ...filtro, tipo: filtro.tipo ?? undefined, dal: filtro.dal ?? undefined, al: filtro.al ?? undefined };
  return (
    <>
      <div className={css['sopra']}>
        <FiltriDiario filtri={filtri} oggi={oggi} conNuove={struttura !== null} />
        {doveScrivere !== null && (
          <LinkBottone
            to="/diario/$struttura/carta"
            params={{ struttura: doveScrivere }}
            search={{ ...carta, ...(ospiteId === undefined ? {} : { ospite: ospiteId }) }}
          >
            {t.carta}
          </LinkBottone>
        )}
      </div>
      {error && <ErroreInPagina errore={error} onRiprova={() => void refetch()} />}
      {!righe && !error && <Attesa righe={8} testo={t.lettura} />}
      {righe?.length === 0 && (
        <p className={css['niente']}>{filtrato ? (parziale ? t.nessunaTrovata : t.nessunaNuova) : t.nessuna}</p>
      )}
      {righe && righe.length > 0 && (
        <ElencoDiario
          righe={righe}
          haAltre={haAltre}
          onAltre={altre}
          oggi={oggi}
          senzaOspite={ospiteId !== undefined}
          onAggiungi={doveScrivere === null ? undefined : setAperta}
        />
      )}
      {aperta && doveScrivere !== null && (
        <AggiungiForm
          key={aperta.id}
          struttura={doveScrivere}
          riga={aperta}
          oggi={oggi}
          onChiudi={() => setAperta(null)}
        />
      )}
    </>
  );
}
