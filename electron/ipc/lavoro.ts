import { setImmediate } from 'node:timers/promises';
import { ErroreApprodo } from '../../domain/errore.ts';
import type { Progresso } from '../services/contesto.ts';

const PAUSA_MS = 12;
const EVENTO_MS = 60;

/**
 * One running call: tells how far it is (not more often than a page can show), lets pending work run in between, and
 * stops at the next step once cancelled.
 */
export class Lavoro {
  private annullato = false;
  private yieldedAtMs = performance.now();
  private toldAtMs = 0;
  private fase = '';
  private readonly tell: (progresso: Progresso) => void;

  constructor(tell: (progresso: Progresso) => void) {
    this.tell = tell;
  }

  cancel(): void {
    this.annullato = true;
  }

  /** @throws ErroreApprodo `lavoro.annullato` */
  assertGoing(): void {
    if (this.annullato)
      throw new ErroreApprodo(
        'lavoro.annullato',
        'Operazione annullata: resta solo quello che era già stato confermato, il resto non è stato salvato.',
      );
  }

  async progress(progresso: Progresso): Promise<void> {
    const now = performance.now();
    const finished = progresso.totale !== null && progresso.fatto >= progresso.totale;
    if (progresso.fase !== this.fase || finished || now - this.toldAtMs >= EVENTO_MS) {
      this.fase = progresso.fase;
      this.toldAtMs = now;
      this.tell(progresso);
    }
    if (now - this.yieldedAtMs >= PAUSA_MS) {
      await setImmediate();
      this.yieldedAtMs = performance.now();
    }
    this.assertGoing();
  }
}
