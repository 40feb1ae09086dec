import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ErroreApprodo } from '../../domain/errore.ts';
import { defaultDati, fileCartella } from '../cartella/cartella.ts';
import { fileDiario } from '../ipc/diario.ts';
import { Dispatcher } from '../ipc/dispatch.ts';
import { Host } from '../ipc/host.ts';
import { oggiDaAmbiente } from '../ipc/oggi.ts';
import { readPagine } from '../ipc/pagine.ts';
import { openBrowser } from './browser.ts';
import { startLoopback } from './server.ts';

const OPZIONI = {
  dati: { type: 'string' },
  porta: { type: 'string', default: '0' },
  pagine: { type: 'string', default: fileURLToPath(new URL('../../out/renderer', import.meta.url)) },
  titolo: { type: 'string', default: 'Approdo' },
  'no-open': { type: 'boolean', default: false },
} as const;

/** `node electron/loopback/main.ts --dati DIR [--porta N] [--no-open]` */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPZIONI });
  const dati = resolve(values.dati ?? defaultDati());
  if (!existsSync(`${values.pagine}/index.html`))
    throw new ErroreApprodo(
      'loopback.pagine',
      'Le pagine non sono ancora costruite: eseguire npm run build e riprovare.',
    );
  const host = new Host({ dati, host: 'loopback', oggi: oggiDaAmbiente(process.env), copie: true });
  const dispatcher = new Dispatcher(host, fileDiario(fileCartella(dati).diario));
  dispatcher.guard();
  const loopback = await startLoopback({
    dispatcher,
    pagine: readPagine(values.pagine),
    porta: portaOf(values.porta),
  });
  process.stdout.write(`${values.titolo} si apre qui: ${loopback.indirizzo}\n`);
  if (!values['no-open']) openBrowser(loopback.indirizzo);

  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= dispatcher.close().then(() => loopback.close());
    closing.finally(() => process.exit(0)).catch(() => undefined);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
}

function portaOf(text: string): number {
  const porta = Number(text);
  if (Number.isInteger(porta) && porta >= 0 && porta < 65_536) return porta;
  throw new ErroreApprodo('loopback.porta', `«${text}» non è una porta: usare un numero fra 1 e 65535.`);
}

main().catch((error: unknown) => {
  const known = error instanceof ErroreApprodo ? error.messaggio : messageOf(error);
  process.stderr.write(`${known}\n`);
  process.exit(1);
});

function messageOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return 'La porta è già usata da un altro programma: indicarne un’altra con --porta.';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' || code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return 'Opzione non riconosciuta: si usano --dati, --porta, --no-open.';
  return `Approdo non parte: ${error instanceof Error ? error.message : String(error)}`;
}
