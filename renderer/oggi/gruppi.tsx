import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatNumero, testi } from '../testi/index.ts';
import css from './oggi.module.css';
import type { RigaCarta } from './righe.tsx';

const t = testi.oggi;

/** From how many lines alike they are told as one. */
const SIMILI = 3;
/** How many of whom they are about are named in it. */
const NOMI = 2;

/** A line that may be one of many alike. */
export interface RigaSimile extends RigaCarta {
  /** what the lines like it are called together */
  readonly gruppo: string;
  /** of whom: their id and name; null: of nobody in particular */
  readonly chi: { readonly id: string; readonly nome: string } | null;
}

/** Lines alike as one, with how many and whose; its button opens them in place. */
export function useGruppi(righe: readonly RigaSimile[]): { righe: RigaCarta[]; qualcunoAperto: boolean } {
  const [aperti, setAperti] = useState<ReadonlySet<string>>(new Set());
  const cambia = (gruppo: string) =>
    setAperti((prima) =>
      prima.has(gruppo) ? new Set([...prima].filter((uno) => uno !== gruppo)) : new Set([...prima, gruppo]),
    );
  const gruppi = Map.groupBy(righe, ({ gruppo }) => gruppo);
  const viste = [...gruppi].flatMap(([gruppo, sue]): RigaCarta[] => {
    if (sue.length < SIMILI) return sue;
    const aperto = aperti.has(gruppo);
    return [insieme(gruppo, sue, aperto, () => cambia(gruppo)), ...(aperto ? sue : [])];
  });
  return { righe: viste, qualcunoAperto: [...gruppi.keys()].some((gruppo) => aperti.has(gruppo)) };
}

function insieme(gruppo: string, sue: readonly RigaSimile[], aperto: boolean, onCambia: () => void): RigaCarta {
  const nomi = [...new Map(sue.flatMap(({ chi }) => (chi ? [[chi.id, chi.nome] as const] : []))).values()];
  const primi = nomi.slice(0, NOMI).join(', ');
  const altri = nomi.length - NOMI;
  return {
    chiave: `gruppo ${gruppo}`,
    quando: formatNumero(sue.length),
    che: (
      <>
        {gruppo} <span className={css['tenue']}>{altri > 0 ? `${primi} ${t.eAltri(altri)}` : primi}</span>
      </>
    ),
    vai: (
      <Button
        variant="subtle"
        size="compact-sm"
        aria-expanded={aperto}
        aria-label={`${aperto ? t.nascondi : t.mostra}: ${gruppo}`}
        onClick={onCambia}
      >
        {aperto ? t.nascondi : t.mostra}
      </Button>
    ),
  };
}
