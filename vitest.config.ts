import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/global-setup.ts',
    setupFiles: 'test/setup.ts',
    // Machines that run this are shared: a test ends when its work ends.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
    // Loading unified, zod and sharp anew for each file would cost more than all the tests.
    isolate: false,
    maxWorkers: availableParallelism(),
    restoreMocks: true,
    unstubEnvs: true,
  },
});
