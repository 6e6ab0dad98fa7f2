import { defineConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/** The tests of the files that `stryker.config.json` names: they run in the process in which code is mutated. */
export default defineConfig({
  test: {
    ...tests.test,
    include: [
      'test/workflow/{gate,standings}.test.ts',
      'test/bytes/fingerprint.test.ts',
      'test/build/up-to-date.test.ts',
      'test/stages/read.test.ts',
    ],
  },
});
