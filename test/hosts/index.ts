import type { FixtureHostBuilder } from '../support/fixture-host.ts';
import { recordingNames, unpackRecording } from '../support/unpack.ts';
import { incident2014 } from './incident-2014.ts';
import { overlay2 } from './overlay2.ts';
import { withoutDocker } from './without-docker.ts';

/** Every host that the whole app is tried on. */
export const fixtureHosts: readonly FixtureHostBuilder[] = [
  ...recordingNames.map((name) => ({ name, build: async (dir: string) => unpackRecording(name, dir) })),
  incident2014,
  withoutDocker,
  overlay2,
];

export { buildFixtureHost, type FixtureHost, type FixtureHostBuilder } from '../support/fixture-host.ts';
