#!/usr/bin/env node
// The command line (formats: docs). Runs under the project's own Node, whatever Node started it.
import { rerunUnderProjectNode } from './node-del-progetto.mjs';

if (!(await rerunUnderProjectNode(import.meta.url))) {
  const { runCli } = await import('../electron/cli/main.ts');
  process.exitCode = await runCli(process.argv.slice(2));
}
