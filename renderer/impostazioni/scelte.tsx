import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { Output } from '../../electron/contract/index.ts';
import { testi } from '../testi/index.ts';
import css from './impostazioni.module.css';

const t = testi.impostazioni;

/** A value of a list, as menus want it. */
export interface Scelta {
  value: string;
  label: string;
}

/** The values of a code list, for a menu. */
export function scelteDi(liste: Output<'liste.get'> | undefined, lista: string): Scelta[] {
  return (liste?.[lista] ?? []).map(({ voce, etichetta }) => ({ value: voce, label: `${etichetta} (${voce})` }));
}

/** Whether the modulo counts adults or minors. */
export function SceltaConta({ valore, onScegli }: { valore: 'adulti' | 'minori'; onScegli: (valore: string) => void }) {
  const id = useId();
  return (
    <div className={css['campo']}>
      <span id={id}>{t.conta}</span>
      <SegmentedControl
        aria-labelledby={id}
        value={valore}
        onChange={onScegli}
        transitionDuration={0}
        data={[
          { value: 'adulti', label: t.contaNome['adulti'] ?? '' },
          { value: 'minori', label: t.contaNome['minori'] ?? '' },
        ]}
      />
    </div>
  );
}
