// Loaded with `--import` in a child process: counts every write to the disk (file system calls and SQLite statements) and
// kills the process, without warning, at the one it is told. APPRODO_MUORI_A: which (0 = never), APPRODO_FILO: main | worker.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import Database from 'better-sqlite3';

const morte = Number(process.env.APPRODO_MUORI_A ?? 0);
const qui = (process.env.APPRODO_FILO ?? 'main') === (isMainThread ? 'main' : 'worker');
let contate = 0;
let acceso = false;

/** Arms the count: what prepares the operation is not part of it. */
globalThis.approdoArma = () => {
  acceso = true;
};
globalThis.approdoContate = () => contate;
if (!isMainThread) acceso = true;

function muori() {
  process.kill(process.pid, 'SIGKILL');
  // the signal is delivered by the system: nothing more is done meanwhile
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}

/** Whether the call being made is the fatal one. */
function fatale() {
  if (!acceso || !qui) return false;
  contate += 1;
  return contate === morte;
}

const scriveFlag = (flag) => (typeof flag === 'string' ? /[wa+]/.test(flag) : (flag ?? 0) !== 0);
for (const nome of [
  'renameSync',
  'linkSync',
  'fsyncSync',
  'rmSync',
  'unlinkSync',
  'mkdirSync',
  'copyFileSync',
  'writeFileSync',
  'chmodSync',
  'ftruncateSync',
]) {
  const vera = fs[nome];
  fs[nome] = (...argomenti) => {
    if (fatale()) muori();
    return vera(...argomenti);
  };
}
const openVera = fs.openSync;
fs.openSync = (path, flag, ...resto) => {
  if (scriveFlag(flag) && fatale()) muori();
  return openVera(path, flag, ...resto);
};
const writeVera = fs.writeSync;
// the fatal write is cut in two: half of it is on the disk
fs.writeSync = (fd, bytes, ...resto) => {
  if (fatale()) {
    if (bytes instanceof Uint8Array && bytes.length > 1) writeVera(fd, bytes, 0, bytes.length >> 1);
    muori();
  }
  return writeVera(fd, bytes, ...resto);
};
syncBuiltinESMExports();

const memoria = new Database(':memory:');
const statement = Object.getPrototypeOf(memoria.prepare('SELECT 1'));
memoria.close();
for (const [dove, nome] of [
  [statement, 'run'],
  [Database.prototype, 'exec'],
  [Database.prototype, 'pragma'],
]) {
  const vera = dove[nome];
  dove[nome] = function (...argomenti) {
    if (fatale()) muori();
    return vera.apply(this, argomenti);
  };
}
