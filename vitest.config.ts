import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));

/** `electron` cannot load outside its own binary: tests see a recorded double of it. */
const alias = { electron: `${root}test/electron/window/electron-doppio.ts` };
const conDom = ['test/renderer/**/*.test.{ts,tsx}'];
const conBrowser = ['test/e2e/**/*.test.ts'];
/** The proofs against faults and strangers: minutes of two cores (docs/sicurezza.md). `APPRODO_FUZZ=10` makes them ten times as long. */
const lunghe = ['test/ostile/**/*.test.ts'];
/** Keyrings that cost a hundredth: the derivation is proved where it says so. */
const LEGGERA = ['test/aiuti/derivazione-leggera.ts'];

export default defineConfig({
  root,
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // the machine may be busy: a wait ends when what it waits for is there
    expect: { poll: { timeout: 10_000 } },
    // vitest leaves one core to itself: of two, that is half the machine doing nothing
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        resolve: { alias },
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: LEGGERA,
          include: ['test/**/*.test.ts'],
          exclude: [...conDom, ...conBrowser, ...lunghe],
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: conDom,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          environment: 'node',
          setupFiles: LEGGERA,
          globalSetup: ['test/e2e/aiuti/demo.ts'],
          include: conBrowser,
          // after the others: two windows at a time are what two cores hold
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        resolve: { alias },
        test: {
          name: 'ostile',
          environment: 'node',
          setupFiles: LEGGERA,
          include: lunghe,
          // after the others: they fill the machine
          sequence: { groupOrder: 2 },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
