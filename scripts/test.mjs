// Every test, browser tests included, from a fresh clone. Ends with `N passed, N failed, N skipped` alone on a line.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensureInstalled } from './installa.mjs';
import { projectEnv, RADICE, rerunUnderProjectNode, run } from './node-del-progetto.mjs';
import { ensureWriter } from './writer.mjs';

process.exitCode = 1;
if (await ensureInstalled()) {
  if (!(await rerunUnderProjectNode(import.meta.url))) process.exitCode = await test(process.argv.slice(2));
}

async function test(words) {
  const chromium = ensureChromium();
  if (!chromium) return 1;
  ensureWriter();
  const { ensureBuilt } = await import('./costruisci.mjs');
  if (!(await ensureBuilt())) return 1;
  const folder = mkdtempSync(join(tmpdir(), 'approdo-test-'));
  try {
    const results = join(folder, 'results.json');
    const vitest = join(RADICE, 'node_modules/vitest/vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
    const env = projectEnv({ ...process.env, CHROMIUM: chromium });
    const status = await run(process.execPath, [vitest, 'run', ...reporters, ...words], { env });
    return report(results, status);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that does not load, or an error outside the tests, is a failure too. */
function report(results, status) {
  const said = readResults(results);
  const outside = said.failedSuites + (status !== 0 && said.failed + said.failedSuites === 0 ? 1 : 0);
  const failed = said.failed + outside;
  console.log(`${said.passed} passed, ${failed} failed, ${said.skipped} skipped`);
  return failed > 0 || status !== 0 ? 1 : 0;
}

function readResults(file) {
  try {
    const json = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: json.numPassedTests,
      failed: json.numFailedTests,
      skipped: json.numPendingTests + json.numTodoTests,
      failedSuites: json.testResults.filter((suite) => suite.status === 'failed' && suite.assertionResults.length === 0)
        .length,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0, failedSuites: 1 };
  }
}
