import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RADICE, run } from './node-del-progetto.mjs';

const PACCHETTO = join(RADICE, 'node_modules/electron');
const SENZA = join(RADICE, 'node_modules/.senza-electron');
const UN_GIORNO_MS = 86_400_000;
const ATTESA_MS = 180_000;

/**
 * The Electron binary, fetched if it can be.
 * @returns {Promise<{binario: string} | {perche: string}>}
 */
export async function findElectron() {
  const perche = whyNotHere();
  if (perche) return { perche };
  const binario = installed() ?? (await fetchBinary());
  return binario ? { binario } : { perche: 'Electron non si può scaricare da qui' };
}

/** Where Electron could not open a window anyway, it is not fetched. */
function whyNotHere() {
  if (process.platform !== 'linux') return undefined;
  if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'Qui non c’è uno schermo grafico per Electron';
  return process.getuid?.() === 0 ? 'Electron non si apre come amministratore (root)' : undefined;
}

function installed() {
  const place = join(PACCHETTO, 'path.txt');
  if (!existsSync(place)) return undefined;
  const binario = join(PACCHETTO, 'dist', readFileSync(place, 'utf8').trim());
  return existsSync(binario) ? binario : undefined;
}

/** Asked at most once a day where it did not work. */
async function fetchBinary() {
  const failedAtMs = statSync(SENZA, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - failedAtMs < UN_GIORNO_MS) return undefined;
  console.error('Scarico Electron (una volta sola)…');
  const status = await run(process.execPath, [join(PACCHETTO, 'install.js')], {
    stdio: 'ignore',
    timeout: ATTESA_MS,
  });
  if (status === 0) rmSync(SENZA, { force: true });
  else writeFileSync(SENZA, '');
  return installed();
}
