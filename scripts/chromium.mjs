import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NOMI = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const ALTRI = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/** The browser the tests drive: CHROMIUM, or one on the PATH, or where each system keeps it. */
export function findChromium(env = process.env) {
  const asked = env.CHROMIUM;
  if (asked) return existsSync(asked) ? asked : undefined;
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => NOMI.map((name) => join(folder, name)));
  return [...onPath, ...(ALTRI[process.platform] ?? [])].find(isExecutable);
}

/** The browser, installed where it can be (Debian, as root). Undefined, and one line, where it cannot. */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.env.CHROMIUM) {
    console.error(`CHROMIUM indica ${process.env.CHROMIUM}, che non c'è: correggere o togliere la variabile.`);
    return undefined;
  }
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) installOnDebian();
  const now = findChromium();
  if (!now)
    console.error(
      'Manca Chromium per le prove nel browser: installare il pacchetto chromium (o Google Chrome), oppure indicarlo in CHROMIUM.',
    );
  return now;
}

function installOnDebian() {
  console.error('Installo Chromium per le prove nel browser…');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
  const packages = ['install', '-y', '--no-install-recommends', 'chromium'];
  if (!apt(...packages)) apt('update') && apt(...packages);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
