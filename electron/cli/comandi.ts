import { comandiArchivio } from './comandi-archivio.ts';
import { comandiFoglio } from './comandi-foglio.ts';
import { comandiRegistro } from './comandi-registro.ts';
import { comandiReport } from './comandi-report.ts';
import { comandiScambio } from './comandi-scambio.ts';
import type { Comando } from './comando.ts';

/** Every command of formats.md §2, in the order of the usage. */
export const COMANDI: readonly Comando[] = [
  ...comandiArchivio.filter((comando) => comando.nome === 'init'),
  ...comandiFoglio,
  ...comandiRegistro,
  ...comandiScambio,
  ...comandiReport,
  ...comandiArchivio.filter((comando) => comando.nome !== 'init'),
];

/** The command these words begin with, and what is left. */
export function findComando(words: readonly string[]): { comando: Comando; resto: string[] } | undefined {
  for (const length of [2, 1]) {
    const nome = words.slice(0, length).join(' ');
    const comando = words.length < length ? undefined : COMANDI.find((one) => one.nome === nome);
    if (comando) return { comando, resto: words.slice(length) };
  }
  return undefined;
}

/** Whether a program was started to run a command rather than to open its window. */
export function isComando(words: readonly string[]): boolean {
  return findComando(words) !== undefined || AIUTO.includes(words[0] ?? '') || VERSIONI.includes(words[0] ?? '');
}

export const AIUTO: readonly string[] = ['aiuto', '--aiuto', '--help', '-h'];
export const VERSIONI: readonly string[] = ['--versione', '--version'];

export function usageAll(): string {
  const width = Math.max(...COMANDI.map((comando) => comando.nome.length));
  return [
    'approdo COMANDO --dati CARTELLA [opzioni]',
    '',
    ...COMANDI.map((comando) => `  ${comando.nome.padEnd(width)}  ${comando.sommario}`),
    '',
    'La password viene da APPRODO_PASSWORD o da --password-file FILE, mai dalla riga di comando.',
    '--json stampa un solo valore JSON. Esito: 0 fatto, 1 rifiutato, 2 uso sbagliato.',
    'approdo COMANDO --aiuto dice le opzioni di un comando.',
  ].join('\n');
}

export function usageOf(comando: Comando): string {
  const options = Object.entries(comando.opzioni).map(([nome, opzione]) => {
    const text = opzione.valore === undefined ? `--${nome}` : `--${nome} ${opzione.valore}`;
    return { text, shown: opzione.obbligatoria ? text : `[${text}]`, aiuto: opzione.aiuto };
  });
  const { argomenti } = comando;
  const positional = argomenti ? ` ${argomenti.nome}${argomenti.max > 1 ? '…' : ''}` : '';
  const width = Math.max(0, ...options.map((option) => option.text.length));
  return [
    `approdo ${comando.nome} --dati CARTELLA ${options.map((option) => option.shown).join(' ')}`.trimEnd() + positional,
    comando.sommario,
    ...options.map((option) => `  ${option.text.padEnd(width)}  ${option.aiuto}`),
  ].join('\n');
}
