import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, _electron as electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { cartellaProva, PASSWORD } from '../cartella-prova.ts';

const RADICE = join(import.meta.dirname, '../../..');
const PACCHETTO = join(RADICE, 'node_modules/electron');
const cartella = cartellaProva('electron');

/** The binary of this machine, and a screen to open it on. */
function findReason(): string | undefined {
  const place = join(PACCHETTO, 'path.txt');
  if (!existsSync(place) || !existsSync(join(PACCHETTO, 'dist', readFileSync(place, 'utf8').trim())))
    return 'the Electron binary is not on this machine';
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return 'there is no screen';
  return undefined;
}

const reason = findReason();

test.skipIf(reason)(`the real Electron opens the app, sandboxed${reason ? ` (SKIPPED: ${reason})` : ''}`, async () => {
  const root = process.getuid?.() === 0;
  const app: ElectronApplication = await electron.launch({
    executablePath: join(PACCHETTO, 'dist', readFileSync(join(PACCHETTO, 'path.txt'), 'utf8').trim()),
    args: [...(root ? ['--no-sandbox'] : []), RADICE, '--dati', join(cartella, 'dati')],
  });
  try {
    const page = await app.firstWindow();
    expect(page.url()).toMatch(/^app:\/\/approdo\/index\.html/);
    // no Node in the page; only the bridge
    expect(await page.evaluate('typeof require + typeof process + typeof approdo.call')).toBe(
      'undefinedundefinedfunction',
    );
    const input = { ruolo: 'comunita', password: PASSWORD, utente: 'Anna' };
    const made = await page.evaluate(`approdo.call('sessione.create', ${JSON.stringify(input)})`);
    expect(made).toMatchObject({ ok: true, valore: { stato: 'aperta', host: 'electron' } });
    expect(await page.evaluate('approdo.call("fs.readFile", {})')).toMatchObject({ ok: false });
    expect(await page.evaluate('window.open("https://example.org") === null')).toBe(true);
    await expect(page.evaluate('fetch("https://example.org")')).rejects.toThrow();
    expect(existsSync(join(cartella, 'dati', 'approdo.db'))).toBe(true);
  } finally {
    await app.close();
  }
});
