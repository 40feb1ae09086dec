import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toErroreFile } from '../cartella/file-atomico.ts';
import { type Comando, ErroreUso, type Opzione } from './comando.ts';

/** What was typed after the command, checked against its table. */
export interface Letti {
  readonly dati: string;
  readonly json: boolean;
  readonly passwordFile: string | undefined;
  readonly valori: ReadonlyMap<string, string>;
  readonly presenti: ReadonlySet<string>;
  readonly argomenti: readonly string[];
}

/** @throws ErroreUso with the sentence that says what is wrong */
export function readArgs(comando: Comando, words: readonly string[]): Letti {
  const { values, positionals } = parse(comando, words);
  const valori = new Map<string, string>();
  const presenti = new Set<string>();
  for (const [nome, value] of Object.entries(values)) {
    if (typeof value === 'string') valori.set(nome, value);
    if (value === true) presenti.add(nome);
  }
  for (const [nome, opzione] of Object.entries(comando.opzioni)) assertOpzione(nome, opzione, valori.get(nome));
  assertArgomenti(comando, positionals);
  const dati = valori.get('dati');
  if (!dati) throw new ErroreUso('Manca --dati CARTELLA: la cartella dell’archivio.');
  return {
    dati: resolve(dati),
    json: presenti.has('json'),
    passwordFile: valori.get('password-file'),
    valori,
    presenti,
    argomenti: positionals,
  };
}

/**
 * The password, from --password-file (its first line) or APPRODO_PASSWORD.
 * @throws ErroreUso when there is none, ErroreApprodo `file.*`
 */
export function readPassword(passwordFile: string | undefined, env: NodeJS.ProcessEnv): string {
  const password = passwordFile === undefined ? env['APPRODO_PASSWORD'] : firstLine(passwordFile);
  if (!password)
    throw new ErroreUso('Manca la password: metterla in APPRODO_PASSWORD o in un file indicato con --password-file.');
  return password;
}

function parse(comando: Comando, words: readonly string[]) {
  const own = Object.entries(comando.opzioni).map(([nome, { valore }]) => [nome, typeOf(valore)] as const);
  const common = { dati: typeOf('DIR'), json: typeOf(undefined), 'password-file': typeOf('FILE') };
  try {
    return parseArgs({
      args: [...words],
      options: { ...Object.fromEntries(own), ...common },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw new ErroreUso(sentenceOf(error));
  }
}

function typeOf(valore: string | undefined): { type: 'string' | 'boolean' } {
  return { type: valore === undefined ? 'boolean' : 'string' };
}

function assertOpzione(nome: string, opzione: Opzione, given: string | undefined): void {
  if (opzione.obbligatoria && given === undefined)
    throw new ErroreUso(`Manca --${nome} ${opzione.valore}: ${opzione.aiuto}.`);
  if (given !== undefined && opzione.scelte && !opzione.scelte.includes(given))
    throw new ErroreUso(`--${nome} «${given}» non si può: usare ${opzione.scelte.join(', ')}.`);
}

function assertArgomenti({ argomenti }: Comando, given: readonly string[]): void {
  if (given.length < (argomenti?.min ?? 0)) throw new ErroreUso(`Manca ${argomenti?.nome}.`);
  const [first] = given.slice(argomenti?.max ?? 0);
  if (first !== undefined) throw new ErroreUso(`«${first}» è di troppo.`);
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    throw toErroreFile(error, file);
  }
}

function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `L’opzione ${option} è scritta male: controllare il suo valore.`;
  return `L’opzione ${option} non esiste per questo comando.`;
}
