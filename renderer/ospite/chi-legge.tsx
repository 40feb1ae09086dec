import { Checkbox } from '@mantine/core';
import type { Ruolo } from '../../electron/contract/ruolo.ts';
import { testi } from '../testi/index.ts';
import css from './ospite.module.css';

interface Props {
  titolo: string;
  /** among whom to choose */
  ruoli: readonly Ruolo[];
  /** one's own role: always among the chosen */
  proprio: Ruolo;
  scelti: readonly Ruolo[];
  onScelti: (scelti: Ruolo[]) => void;
}

/** Which roles go on reading. */
export function ChiLegge({ titolo, ruoli, proprio, scelti, onScelti }: Props) {
  return (
    <Checkbox.Group label={titolo} value={[...scelti]} onChange={(scelti) => onScelti(scelti as Ruolo[])}>
      <div className={css['scelte']}>
        {ruoli.map((ruolo) => (
          <Checkbox key={ruolo} value={ruolo} label={testi.shell.ruoli[ruolo]} disabled={ruolo === proprio} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
