import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const LIMITE_BYTE = 1_000_000;

/** One line of the technical log: what happened to the program, never to a person. */
export interface VoceDiario {
  /** errore | lento | output | host */
  readonly evento: string;
  /** endpoint, or part of the program */
  readonly nome: string;
  readonly codice?: string | undefined;
  readonly ms?: number;
  /** where in the code; the message of an error is left out: it may quote data */
  readonly dove?: string | undefined;
}

/** Where technical lines go. Writing one never fails the work it is about. */
export interface Diario {
  write(voce: VoceDiario): void;
}

/** A file in the data folder; at one megabyte it becomes `.1`, and the one before is dropped. */
export function fileDiario(file: string, nowMs: () => number = Date.now): Diario {
  return {
    write(voce) {
      try {
        if (!existsSync(dirname(file))) return;
        if (existsSync(file) && statSync(file).size > LIMITE_BYTE) renameSync(file, `${file}.1`);
        const line = JSON.stringify({ quando: new Date(nowMs()).toISOString(), ...voce });
        appendFileSync(file, `${line}\n`, { mode: 0o600 });
      } catch {
        // a full disk or a folder taken away: the answer to the person says so already
      }
    },
  };
}

/** The frames of an error, without its message. */
export function doveErrore(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...frames.slice(0, 8).map((line) => line.trim())].join(' | ');
}
