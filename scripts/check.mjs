// Everything that must hold before a commit: format, lint, import directions, types, dead code, tests.
// `--static` leaves the tests out. The first step that fails stops.
import { join } from 'node:path';
import { RADICE, rerunUnderProjectNode, run } from './node-del-progetto.mjs';

const bin = (path) => [process.execPath, join(RADICE, 'node_modules', path)];
const PASSI = [
  [
    'formato, lint e direzione degli import (biome)',
    ...bin('@biomejs/biome/bin/biome'),
    'check',
    '--error-on-warnings',
  ],
  ['promesse dimenticate (oxlint)', ...bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'],
  ['tipi, uno per runtime (tsc)', process.execPath, join(RADICE, 'scripts/types.mjs')],
  ['codice morto (knip)', ...bin('knip/bin/knip.js')],
];
const PROVE = ['prove (vitest)', process.execPath, join(RADICE, 'scripts/test.mjs')];

if (!(await rerunUnderProjectNode(import.meta.url))) {
  const passi = process.argv.includes('--static') ? PASSI : [...PASSI, PROVE];
  process.exitCode = await check(passi);
}

async function check(passi) {
  for (const [nome, command, ...args] of passi) {
    const startMs = performance.now();
    console.log(`— ${nome}`);
    const status = await run(command, args);
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    console.log(`— ${nome}: ${status === 0 ? 'bene' : 'NO'} (${seconds} s)`);
    if (status !== 0) return status;
  }
  return 0;
}
