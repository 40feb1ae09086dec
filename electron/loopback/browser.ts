import { spawn } from 'node:child_process';

/** The command of each system that opens an address in the person's own browser. */
export function browserCommand(indirizzo: string, platform: NodeJS.Platform = process.platform): [string, string[]] {
  if (platform === 'darwin') return ['open', [indirizzo]];
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', indirizzo]];
  return ['xdg-open', [indirizzo]];
}

/** Opens the address; where there is no browser nothing happens: the address was printed. */
export function openBrowser(indirizzo: string): void {
  const [command, args] = browserCommand(indirizzo);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
