import { defineConfig } from 'vitest/config';

/** In CI a forgotten `.only` fails the run instead of hiding the rest of the tests. */
const allowOnly = process.env['CI'] === undefined;

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          allowOnly,
          include: ['src/**/*.test.ts', 'test/{config,support,architecture,contract}/**/*.test.ts'],
        },
      },
      { test: { name: 'golden', allowOnly, include: ['test/golden/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          allowOnly,
          include: ['test/e2e/**/*.test.ts'],
          // One dockerd at a time: the numbers of the host (mounts, zombies, cgroups) are compared.
          fileParallelism: false,
          pool: 'forks',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          globalSetup: ['test/e2e/support/global-setup.ts'],
          setupFiles: ['test/e2e/support/setup.ts'],
        },
      },
    ],
  },
});
