import { ErroreApprodo } from '../../domain/errore.ts';
import { fileCartella } from '../cartella/cartella.ts';
import type { Input, NomeEndpoint, Output } from '../contract/index.ts';
import { fileDiario } from '../ipc/diario.ts';
import { Dispatcher } from '../ipc/dispatch.ts';
import { Host } from '../ipc/host.ts';
import { oggiDaAmbiente } from '../ipc/oggi.ts';
import type { Progresso } from '../services/contesto.ts';
import { VERSIONE } from '../versione.ts';
import { AIUTO, findComando, usageAll, usageOf, VERSIONI } from './comandi.ts';
import { type Comando, ErroreUso, type Esito } from './comando.ts';
import { type Letti, readArgs, readPassword } from './invocazione.ts';
import { visibile } from './tabella.ts';

/** Where a command reads and writes. */
export interface Terminale {
  readonly env: NodeJS.ProcessEnv;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** whether a person is watching stderr: only then progress is shown */
  readonly interattivo: boolean;
}

const PROCESSO: Terminale = {
  env: process.env,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  interattivo: process.stderr.isTTY === true,
};

/**
 * Runs one command (formats.md §2). stdout carries the answer, stderr everything else.
 * @returns 0 done, 1 refused, 2 wrong usage
 */
export async function runCli(words: readonly string[], terminale: Terminale = PROCESSO): Promise<0 | 1 | 2> {
  const [first = ''] = words;
  if (AIUTO.includes(first)) return say(terminale, usageAll());
  if (VERSIONI.includes(first)) return say(terminale, VERSIONE);
  const found = findComando(words);
  if (!found) {
    terminale.err(first ? `«${visibile(first)}» non è un comando: approdo --aiuto li elenca.\n` : `${usageAll()}\n`);
    return 2;
  }
  if (found.resto.some((word) => AIUTO.slice(1).includes(word))) return say(terminale, usageOf(found.comando));
  try {
    const letti = readArgs(found.comando, found.resto);
    const esito = await execute(found.comando, letti, terminale);
    terminale.out(`${letti.json ? JSON.stringify(esito.json, null, 2) : visibile(esito.testo)}\n`);
    return esito.esito === false ? 1 : 0;
  } catch (error) {
    return explain(error, found.comando, terminale);
  }
}

async function execute(comando: Comando, letti: Letti, terminale: Terminale): Promise<Esito> {
  const { dati, argomenti, valori, presenti } = letti;
  const host = new Host({ dati, host: 'cli', oggi: oggiDaAmbiente(terminale.env), copie: true });
  const dispatcher = new Dispatcher(host, fileDiario(fileCartella(dati).diario));
  const progress = showProgress(terminale);
  const call = async <N extends NomeEndpoint>(nome: N, input: Input<N>): Promise<Output<N>> => {
    const risposta = await dispatcher.call(nome, input, { onProgress: progress.show });
    progress.clear();
    if (!risposta.ok) throw new ErroreApprodo(risposta.errore.codice, risposta.errore.messaggio);
    return risposta.valore as Output<N>;
  };
  const password = () => readPassword(letti.passwordFile, terminale.env);
  try {
    if (comando.apre !== false) await call('sessione.open', { password: password() });
    return await comando.run({
      host,
      dati,
      argomenti,
      find: (opzione) => valori.get(opzione),
      get: (opzione) => valori.get(opzione) ?? '',
      has: (opzione) => presenti.has(opzione),
      readPassword: password,
      call,
      say: (line) => terminale.err(`${visibile(line)}\n`),
    });
  } finally {
    await dispatcher.close();
  }
}

function say(terminale: Terminale, text: string): 0 {
  terminale.out(`${text}\n`);
  return 0;
}

function explain(error: unknown, comando: Comando, terminale: Terminale): 1 | 2 {
  if (error instanceof ErroreUso) {
    terminale.err(`${visibile(error.message)} Le opzioni: approdo ${comando.nome} --aiuto\n`);
    return 2;
  }
  const sentence =
    error instanceof ErroreApprodo
      ? error.messaggio
      : 'Si è verificato un errore imprevisto: riprovare; se si ripete, avvisare l’assistenza.';
  terminale.err(`${visibile(sentence)}\n`);
  if (!(error instanceof ErroreApprodo) && terminale.env['APPRODO_TRACCIA'])
    terminale.err(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
}

/** One line that is written over itself, and taken away at the end. */
function showProgress(terminale: Terminale): { show: (progresso: Progresso) => void; clear: () => void } {
  let shown = false;
  return {
    show({ fase, fatto, totale }) {
      if (!terminale.interattivo) return;
      shown = true;
      terminale.err(`\r\u001b[K${fase} ${fatto}${totale === null ? '' : ` di ${totale}`}`);
    },
    clear() {
      if (shown) terminale.err('\r\u001b[K');
      shown = false;
    },
  };
}
