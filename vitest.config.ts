import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // The Temporal SDK has native parts and one runtime per process.
    pool: 'forks',
    maxWorkers: 2,
    // A worker keeps the modules it has loaded for its next file: loading them anew took about a quarter of a run's CPU time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // What a spy or a changed setting leaves behind would reach that next file.
    restoreMocks: true,
    unstubEnvs: true,
    // The sources as the last run read them.
    experimental: { fsModuleCache: true, fsModuleCachePath: 'node_modules/.cache/vitest' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
