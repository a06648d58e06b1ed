import { defineConfig } from 'vitest/config';

/** Not a measurement: it ends a test that hangs, on a machine however busy. */
const testTimeout = 60_000;

/** In CI a forgotten `.only` fails the run instead of hiding the rest of the tests. */
const allowOnly = process.env['CI'] === undefined;

/** Tests of the sources start the reading thread from the build, which is therefore made anew first. */
const build = 'test/support/build.ts';

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      {
        test: {
          name: 'unit',
          allowOnly,
          testTimeout,
          // By exclusion, so that a new folder of tests cannot be forgotten.
          include: ['{src,test,bench,scripts,dashboards}/**/*.test.ts'],
          exclude: ['test/{golden,rules,replay,alertmanager,deploy,dashboards,browser,e2e}/**', '**/node_modules/**'],
          globalSetup: [build],
        },
      },
      {
        test: {
          name: 'golden',
          allowOnly,
          include: ['test/golden/**/*.test.ts'],
          pool: 'forks', // a test becomes another user for a moment, which a thread cannot
          globalSetup: [build],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'rules',
          allowOnly,
          testTimeout,
          include: ['test/{rules,replay,alertmanager,deploy}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'dashboards',
          allowOnly,
          testTimeout: 2 * testTimeout,
          hookTimeout: 3 * testTimeout,
          include: ['test/dashboards/**/*.test.ts'],
          pool: 'forks', // what it started ends with it
          globalSetup: [build],
        },
      },
      {
        test: {
          name: 'browser',
          allowOnly,
          testTimeout: 2 * testTimeout,
          hookTimeout: 2 * testTimeout,
          include: ['test/browser/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 2, // mostly it waits for the browser
          globalSetup: [build, 'test/browser/support/global-setup.ts'],
        },
      },
      {
        test: {
          name: 'e2e',
          allowOnly,
          include: ['test/e2e/**/*.test.ts'],
          exclude: ['test/e2e/page/**'],
          // One dockerd at a time: the numbers of the host (mounts, zombies, cgroups) are compared.
          fileParallelism: false,
          pool: 'forks',
          testTimeout: 2 * testTimeout,
          hookTimeout: 2 * testTimeout,
          globalSetup: ['test/e2e/support/global-setup.ts'],
          setupFiles: ['test/e2e/support/setup.ts'],
        },
      },
      {
        test: {
          name: 'page',
          allowOnly,
          include: ['test/e2e/page/**/*.test.ts'],
          // One dockerd at a time: the numbers of the host (mounts, zombies, cgroups) are compared.
          fileParallelism: false,
          pool: 'forks',
          testTimeout: 2 * testTimeout,
          hookTimeout: 2 * testTimeout,
          globalSetup: ['test/e2e/support/global-setup.ts'],
          setupFiles: ['test/e2e/support/setup.ts'],
        },
      },
    ],
  },
});
