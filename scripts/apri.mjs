// Runs under the project's Node, with packages and build there.
import { dirname, join, resolve } from 'node:path';
import { defaultDati } from '../electron/cartella/cartella.ts';
import { oggiDaAmbiente } from '../electron/ipc/oggi.ts';
import { findElectron } from './elettrone.mjs';
import { RADICE, run } from './node-del-progetto.mjs';

/** An Electron that ends badly this soon did not open a window. */
const SUBITO_MS = 8000;

/** Opens one or two installations and waits until they are closed. @returns exit status */
export async function open(scelte) {
  const cartelle = await findCartelle(scelte);
  const electron = scelte.browser ? undefined : await findElectron();
  if (electron?.binario) {
    const startMs = performance.now();
    const stati = await Promise.all(cartelle.map(({ dati }) => run(electron.binario, [RADICE, '--dati', dati])));
    const status = Math.max(...stati);
    if (status === 0 || performance.now() - startMs > SUBITO_MS) return status;
    console.error('Electron non è partito: Approdo si apre nel browser.');
  } else if (electron) console.error(`${electron.perche}: Approdo si apre nel browser.`);
  return openBrowser(cartelle, scelte);
}

async function openBrowser(cartelle, scelte) {
  const host = join(RADICE, 'electron/loopback/main.ts');
  const stati = await Promise.all(
    cartelle.map(({ dati, titolo }, index) => {
      const porta = Number(scelte.porta) === 0 ? '0' : String(Number(scelte.porta) + index);
      const args = [host, '--dati', dati, '--porta', porta, '--titolo', titolo];
      if (scelte['no-open']) args.push('--no-open');
      return run(process.execPath, args);
    }),
  );
  return Math.max(...stati);
}

/** The folders to open: the one asked, this computer's, or the two of the demonstration. */
async function findCartelle(scelte) {
  const casa = defaultDati();
  if (scelte.demo) {
    const demo = await findDemo(resolve(scelte.dati ?? join(dirname(casa), 'dimostrazione')));
    console.log(`Dati inventati: la password è «${demo.password}».`);
    const accoglienza = { dati: demo.accoglienza, titolo: 'Accoglienza' };
    return scelte.centrale ? [accoglienza] : [{ dati: demo.comunita, titolo: 'Comunità' }, accoglienza];
  }
  const dati = scelte.centrale ? join(dirname(casa), 'dati-accoglienza') : casa;
  return [{ dati: scelte.dati ? resolve(scelte.dati) : dati, titolo: 'Approdo' }];
}

/** The demonstration, made the first time and then kept: what was tried in it stays. */
async function findDemo(cartella) {
  const { buildDemo, findDemo: find } = await import('./demo.ts');
  const there = find(cartella);
  if (there) return there;
  console.error('Preparo i dati inventati (una volta sola)…');
  return buildDemo(cartella, oggiDaAmbiente(process.env)());
}
