/** The window locks itself first; the host follows where the window is dead, or stopped telling. Milliseconds. */
const MARGINE_MS = 30_000;

/**
 * How long nobody has been at the window. By two clocks, the longer counts: one that sleeps with the machine and one that
 * can be turned back.
 */
export class Inattivita {
  private readonly clock: () => number;
  private ultimoMs = 0;
  private ultimoMonotono = 0;

  /** @param clock epoch ms */
  constructor(clock: () => number) {
    this.clock = clock;
    this.touch();
  }

  touch(): void {
    this.ultimoMs = this.clock();
    this.ultimoMonotono = performance.now();
  }

  isOltre(minuti: number): boolean {
    const passatiMs = Math.max(this.clock() - this.ultimoMs, performance.now() - this.ultimoMonotono);
    return passatiMs >= minuti * 60_000 + MARGINE_MS;
  }
}
