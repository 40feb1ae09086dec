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

export default defineConfig({
  root,
  test: {
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        resolve: { alias },
        test: {
          name: 'node',
          environment: 'node',
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
          include: conBrowser,
          // alone and last: they measure what a person feels
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        resolve: { alias },
        test: {
          name: 'ostile',
          environment: 'node',
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
