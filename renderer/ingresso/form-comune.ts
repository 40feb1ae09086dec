import type { Giorno } from '../../domain/giorno.ts';
import type { Output } from '../../electron/contract/index.ts';

export type RigaMese = Output<'presenze.getMese'>['righe'][number];

/** What a form tells the panel once the store has it. */
export interface Fatto {
  readonly frase: string;
  readonly avvisi: readonly string[];
  /** the stay to show in the register */
  readonly ingressoId?: string;
  /** the line of the log that one key undoes */
  readonly voce?: number | null;
}

export interface FormProps {
  struttura: string;
  oggi: Giorno;
  onFatto: (fatto: Fatto) => void;
  onAnnulla: () => void;
}
