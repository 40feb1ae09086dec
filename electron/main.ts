import { app } from 'electron';
import { isComando } from './cli/comandi.ts';
import { openApp } from './window/apri.ts';

/** What was typed after the program: Electron run on a folder has the folder first. */
const words = process.argv.slice(app.isPackaged ? 1 : 2);

if (isComando(words)) {
  // `approdo verifica --dati …`: the same services, no window
  const { runCli } = await import('./cli/main.ts');
  const stato = await runCli(words);
  // what was printed reaches a slow reader before the program goes
  await new Promise((done) => process.stdout.write('', done));
  app.exit(stato);
} else openApp(words);
