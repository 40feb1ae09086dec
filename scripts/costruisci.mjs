import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RADICE, run } from './node-del-progetto.mjs';

const SORGENTI = ['domain', 'db', 'electron', 'renderer', 'resources', 'package-lock.json', 'electron.vite.config.ts'];
const TIMBRO = `${RADICE}out/.costruito`;

/** Builds out/ when a source is newer than the last build. @returns whether it is there now */
export async function ensureBuilt() {
  const startedAt = new Date();
  if (builtAtMs() > newestMs(SORGENTI.map((name) => join(RADICE, name)))) return true;
  console.error('Costruisco il programma…');
  const vite = join(RADICE, 'node_modules/electron-vite/bin/electron-vite.js');
  const status = await run(process.execPath, [vite, 'build', '--logLevel', 'warn'], { stdio: ['inherit', 2, 2] });
  if (status !== 0) {
    console.error('Il programma non si costruisce: leggere le righe qui sopra.');
    return false;
  }
  mkdirSync(`${RADICE}out`, { recursive: true });
  writeFileSync(TIMBRO, `${startedAt.toISOString()}\n`);
  return true;
}

function builtAtMs() {
  return statSync(TIMBRO, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function newestMs(paths) {
  let newest = 0;
  for (const path of paths) {
    const stat = statSync(path);
    newest = Math.max(newest, stat.mtimeMs);
    if (stat.isDirectory()) newest = Math.max(newest, newestMs(readdirSync(path).map((name) => join(path, name))));
  }
  return newest;
}
