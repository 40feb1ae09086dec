import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Lavoro } from '../api/index.ts';
import { testi } from '../testi/index.ts';
import css from './avanzamento.module.css';

/** How long a call may take before its progress is shown. */
const DOPO_MS = 1000;

/** Progress, time left and cancel of a long call; nothing for calls that answer within a second. */
export function Avanzamento({ lavoro }: { lavoro: Lavoro }) {
  const [visibile, setVisibile] = useState(false);
  useEffect(() => {
    if (!lavoro.inCorso) return setVisibile(false);
    const timer = setTimeout(() => setVisibile(true), DOPO_MS);
    return () => clearTimeout(timer);
  }, [lavoro.inCorso]);
  if (!visibile) return null;
  const p = lavoro.progresso;
  const quota = p?.totale ? Math.min(1, p.fatto / p.totale) : null;
  return (
    <div className={css['avanzamento']} role="status">
      <div className={css['testo']}>
        <span>{p?.fase ?? testi.comune.attesa}</span>
        <span>
          {p?.totale ? testi.comune.fatti(p.fatto, p.totale) : p && p.fatto > 0 ? testi.comune.finora(p.fatto) : ''}
          {p?.restanoSecondi != null && p.restanoSecondi > 0 ? `, ${testi.comune.restano(p.restanoSecondi)}` : ''}
        </span>
      </div>
      <progress
        className={css['barra']}
        max={1}
        {...(quota === null ? {} : { value: quota })}
        aria-label={p?.fase ?? testi.comune.attesa}
      />
      <Button variant="default" onClick={lavoro.annulla}>
        {testi.comune.interrompi}
      </Button>
    </div>
  );
}
