import { defineConfig } from 'vitest/config';

/** The long proofs against faults and strangers: `npm run ostile`. Not yet in `npm test`: their time on two cores is not measured. */
export default defineConfig({
  test: { environment: 'node', include: ['test/ostile/**/*.test.ts'], fileParallelism: false, testTimeout: 900_000 },
});
