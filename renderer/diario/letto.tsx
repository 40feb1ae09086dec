import { Button } from '@mantine/core';
import { useCallback, useEffect } from 'react';
import { useCommand, useEndpoint } from '../api/index.ts';
import { avvisa, avvisaErrore } from '../shell/avvisi.tsx';
import { isTastoLibero } from '../shell/tasto-libero.ts';
import { testi } from '../testi/index.ts';
import type { DaLeggere } from './righe-diario.tsx';

const t = testi.diario;

/** How many lines are new, and one key to say they have been read: all, or those that the filter shows. */
export function Letto({ struttura, daLeggere }: { struttura: string; daLeggere: DaLeggere | null }) {
  const nuove = useEndpoint('diario.count', { struttura }, { staleTime: 0 }).data?.nuove ?? 0;
  const { mutate, isPending } = useCommand('diario.markRead');
  const segna = useCallback(() => {
    if (daLeggere === null || nuove === 0 || daLeggere.righe?.length === 0) return;
    const { finoAVoce, righe } = daLeggere;
    mutate(
      { struttura, finoAVoce, ...(righe ? { righe: [...righe] } : {}) },
      { onSuccess: () => avvisa(t.segnate), onError: avvisaErrore },
    );
  }, [mutate, struttura, daLeggere, nuove]);
  useEffect(() => {
    const onKeyDown = (e: KeyboardEvent) => {
      if (e.key.toLowerCase() === 'l' && isTastoLibero(e)) segna();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [segna]);
  if (nuove === 0) return null;
  return (
    <>
      <b role="status">{t.nuove(nuove)}</b>
      {daLeggere?.righe?.length !== 0 && (
        <Button variant="default" loading={isPending} aria-keyshortcuts="L" onClick={segna}>
          {daLeggere?.righe ? t.segnaQueste(daLeggere.righe.length) : t.segnaLette}&nbsp;<kbd>L</kbd>
        </Button>
      )}
    </>
  );
}
