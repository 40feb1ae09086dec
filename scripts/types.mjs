// tsc once per runtime: the same file may not lean on what its runtime lacks.
import { join } from 'node:path';
import { RADICE, rerunUnderProjectNode, run } from './node-del-progetto.mjs';

const RUNTIME = ['domain', 'db', 'electron', 'renderer', 'test'];

if (!(await rerunUnderProjectNode(import.meta.url))) {
  const tsc = join(RADICE, 'node_modules/typescript/bin/tsc');
  let status = 0;
  for (const name of RUNTIME) status ||= await run(process.execPath, [tsc, '-p', join(RADICE, name, 'tsconfig.json')]);
  process.exitCode = status;
}
