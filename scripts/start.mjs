// Everything needed to open Approdo, from a fresh clone: packages, build, Electron where it can be had, else the browser.
import { parseArgs } from 'node:util';
import { ensureInstalled } from './installa.mjs';
import { rerunUnderProjectNode } from './node-del-progetto.mjs';

const AIUTO = `npm start -- [opzioni]
  --dati CARTELLA   cartella dell'archivio (senza: quella di questo computer)
  --centrale        l'archivio dell'Accoglienza invece di quello della comunità
  --demo            dati inventati: una comunità e un'Accoglienza con un anno già registrato
  --browser         nel browser anche dove c'è Electron
  --no-open         nel browser: stampa l'indirizzo e non lo apre
  --porta N         nel browser: la porta (senza: una libera)`;

const opzioni = read(process.argv.slice(2));
if (opzioni?.help) console.log(AIUTO);
else if (opzioni) await start(opzioni);

async function start(scelte) {
  process.exitCode = 1;
  if (!(await ensureInstalled())) return;
  if (await rerunUnderProjectNode(import.meta.url)) return;
  const { ensureBuilt } = await import('./costruisci.mjs');
  if (!(await ensureBuilt())) return;
  const { open } = await import('./apri.mjs');
  process.exitCode = await open(scelte);
}

function read(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        dati: { type: 'string' },
        centrale: { type: 'boolean', default: false },
        demo: { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        'no-open': { type: 'boolean', default: false },
        porta: { type: 'string', default: '0' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    return values;
  } catch {
    console.error(AIUTO);
    process.exitCode = 2;
    return undefined;
  }
}
