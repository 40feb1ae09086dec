/** A small seeded generator (mulberry32): the same seed gives the same invented people, everywhere. */
export class Caso {
  private state: number;

  constructor(seme: number) {
    this.state = seme >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number between the two, both included. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  pick<T>(list: readonly T[]): T {
    const value = list[this.int(0, list.length - 1)];
    if (value === undefined) throw new Error('nothing to pick from');
    return value;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }
}
