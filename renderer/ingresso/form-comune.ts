import { useEffect } from 'react';
import type { Giorno } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';

export type RigaMese = Output<'presenze.getMese'>['righe'][number];

/** What a form tells the panel once the store has it. */
export interface Fatto {
  readonly frase: string;
  readonly avvisi: readonly string[];
  /** the stay to show in the register */
  readonly ingressoId?: string;
}

export interface FormProps {
  struttura: string;
  oggi: Giorno;
  onFatto: (fatto: Fatto) => void;
  onAnnulla: () => void;
  /** the panel asks before closing while something is written */
  onSporco: (sporco: boolean) => void;
}

/** Keeps the panel informed of whether something typed would be lost. */
export function useSporco(sporco: boolean, onSporco: (sporco: boolean) => void): void {
  useEffect(() => onSporco(sporco), [sporco, onSporco]);
}
