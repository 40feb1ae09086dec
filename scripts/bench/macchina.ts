import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { formatNumero } from './tavola.ts';

/** What the table was measured on. @param carichi load averages (1 minute) at the beginning and at the end */
export function descriviMacchina(chromium: string, carichi: readonly number[]): Record<string, string> {
  return {
    macchina: `${cpus()[0]?.model.trim() ?? 'sconosciuta'}, ${cpus().length} core, ${formatNumero(totalmem() / 2 ** 30)} GiB`,
    sistema: `${type()} ${release()}`,
    node: `${process.version}, SQLite cifrato (sqlcipher)`,
    chromium: versionOf(chromium),
    'carico medio prima e dopo': carichi.map((carico) => formatNumero(carico)).join(' → '),
  };
}

function versionOf(chromium: string): string {
  try {
    return execFileSync(chromium, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return 'sconosciuto';
  }
}
