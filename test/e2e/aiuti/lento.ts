import { setTimeout as attendi } from 'node:timers/promises';
import type { BrowserContext, Page, Route } from 'playwright-core';
import { Caso } from '../../../scripts/demo/caso.ts';

/** How many times slower the processor of the windows is; 1: as it is. */
const LENTO = Number(process.env['APPRODO_LENTO'] ?? 1);
/** The seed of the delays of the host's answers; '': none. */
const RITARDI = process.env['APPRODO_RITARDI'] ?? '';
/** The longest delay, ms. */
const MASSIMO = 150;

/** How long a window is waited for, ms: the machine may be busy, a wait ends when what it waits for is there. */
export const ATTESA_MS = 30_000;

/** The answer leaves the host when it is ready and arrives later: what was asked is done in the order it was asked. */
async function ritarda(route: Route, caso: Caso): Promise<void> {
  try {
    const response = await route.fetch({ timeout: 0 });
    await attendi(caso.int(0, MASSIMO));
    await route.fulfill({ response });
  } catch {
    // the host was stopped, or the window is gone: a call with no answer
    await route.abort().catch(() => undefined);
  }
}

/** A slower machine, where one is asked for: `APPRODO_LENTO=4` its processor, `APPRODO_RITARDI=7` (a seed) its answers. */
export async function rallenta(context: BrowserContext, page: Page): Promise<void> {
  if (LENTO > 1) {
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: LENTO });
  }
  if (RITARDI === '') return;
  const caso = new Caso(Number(RITARDI));
  process.stdout.write(`answers delayed up to ${MASSIMO} ms: APPRODO_RITARDI=${RITARDI}\n`);
  await context.route('**/api/call', (route) => ritarda(route, caso));
}
