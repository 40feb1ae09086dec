import { SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import { isOfferta } from '../../domain/lista.ts';
import type { Output } from '../../electron/contract/index.ts';
import { testi } from '../testi/index.ts';
import css from './impostazioni.module.css';

const t = testi.impostazioni;

/** A value of a list, as menus want it. */
export interface Scelta {
  value: string;
  label: string;
}

/** The values of a code list offered on a day, for a menu, and the one that is held already (`tenuta`). */
export function scelteDi(
  liste: Output<'liste.get'> | undefined,
  lista: string,
  giorno: Giorno,
  tenuta: string | undefined,
): Scelta[] {
  return (liste?.[lista] ?? [])
    .filter((voce) => voce.voce === tenuta || isOfferta(voce, giorno))
    .map(({ voce, etichetta }) => ({ value: voce, label: `${etichetta} (${voce})` }));
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
