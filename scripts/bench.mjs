// How fast: one table of ratios measured in the same run. Installs what only this needs in scripts/bench.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './installa.mjs';
import { RADICE, rerunUnderProjectNode, run } from './node-del-progetto.mjs';

const PARTI = ['importa', 'report', 'griglia', 'memoria', 'registro', 'mese', 'pagine', 'elenchi'];
const AIUTO = `npm run bench -- [opzioni]
  --solo PARTI   ${PARTI.join(', ')}: una o più, separate da virgole
  --giri N       giri contati per ogni confronto (senza: 5; per il report il quintuplo)
  --json         un valore JSON invece della tavola`;
const BENCH = join(RADICE, 'scripts/bench');

const opzioni = read(process.argv.slice(2));
if (opzioni?.help) console.log(AIUTO);
else if (opzioni) await bench(opzioni);

async function bench({ parti, giri, json }) {
  process.exitCode = 1;
  if (!(await ensureInstalled())) return;
  if (await rerunUnderProjectNode(import.meta.url)) return;
  const chromium = ensureChromium();
  if (!chromium) return;
  const { ensureBuilt } = await import('./costruisci.mjs');
  if (!(await ensureBuilt())) return;
  if (parti.includes('importa') && !(await ensurePouch())) return;
  const { runBench } = await import('./bench/main.ts');
  await runBench({ parti, giri, json, chromium });
  process.exitCode = 0;
}

/** PouchDB, from the lockfile beside it; no install script runs. */
async function ensurePouch() {
  const versionIn = (file) =>
    JSON.parse(readFileSync(join(BENCH, file), 'utf8')).packages['node_modules/pouchdb']?.version;
  const installed = 'node_modules/.package-lock.json';
  if (existsSync(join(BENCH, installed)) && versionIn(installed) === versionIn('package-lock.json')) return true;
  console.error('Installo PouchDB per il confronto (una volta sola)…');
  const npm = process.env.npm_execpath;
  const [command, args, options] = npm
    ? [process.execPath, [npm, 'ci', '--ignore-scripts'], {}]
    : ['npm', ['ci', '--ignore-scripts'], { shell: process.platform === 'win32' }];
  if ((await run(command, args, { ...options, cwd: BENCH, stdio: ['inherit', 2, 2] })) === 0) return true;
  console.error(
    'PouchDB non si installa: controllare la rete, oppure misurare il resto con --solo report,griglia,memoria,registro,mese,pagine,elenchi.',
  );
  return false;
}

function read(args) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        solo: { type: 'string', default: PARTI.join(',') },
        giri: { type: 'string', default: '5' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const parti = values.solo.split(',').map((parte) => parte.trim());
    const giri = Number(values.giri);
    if (!parti.every((parte) => PARTI.includes(parte)) || !Number.isInteger(giri) || giri < 1) throw new Error('usage');
    return { parti, giri, json: values.json, help: values.help };
  } catch {
    console.error(AIUTO);
    process.exitCode = 2;
    return undefined;
  }
}
