import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** LibreOffice's word processor, where Debian puts it: a machine may have the spreadsheet alone. */
export const WRITER = '/usr/lib/libreoffice/program/libswlo.so';

/**
 * Where the tests run by themselves (CI), as root on Debian, the word processor that opens the reports is installed: some 15 seconds
 * after the browser, 45 by itself. Elsewhere, and where it cannot be had, the test that needs it is skipped and says so.
 */
export function ensureWriter(env = process.env) {
  if (existsSync(WRITER) || !env.CI || !existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  console.error('Installo LibreOffice Writer per aprire le relazioni…');
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env: quiet, timeout: 180_000 }).status === 0;
  const packages = ['install', '-y', '--no-install-recommends', 'libreoffice-writer-nogui'];
  if (!apt(...packages)) apt('update') && apt(...packages);
}
