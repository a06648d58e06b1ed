import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixtureHosts } from '../../hosts/index.ts';
import type { FixtureHost, FixtureHostBuilder } from '../../support/fixture-host.ts';
import { type Tree, writeTree } from '../../support/tree.ts';
import { calm } from './calm-host.ts';
import { lastBoot } from './history-values.ts';

/** `sick` shows what is wrong, `healthy` nothing; the others are there so that a fleet has something to add up. */
export type Role = 'sick' | 'healthy' | 'other';

export interface FleetHost {
  /** The label `instance`: with dots, which Grafana has to escape in a regular expression. */
  readonly instance: string;
  readonly cluster: string;
  readonly role: Role;
  readonly builder: FixtureHostBuilder;
  /** What the Engine begins to do to every question once it has answered some. */
  readonly engine?: 'hang' | '403';
}

const fixture = (name: string): FixtureHostBuilder => {
  const builder = fixtureHosts.find((candidate) => candidate.name === name);
  if (builder === undefined) throw new Error(`no fixture host is called ${name}`);
  return builder;
};

/** The host with more files, and with a data root, which a scrape asks for its size. */
const withFiles = (builder: FixtureHostBuilder, files: Tree = {}): FixtureHostBuilder => ({
  name: builder.name,
  build: async (dir): Promise<FixtureHost> => {
    const host = await builder.build(dir);
    mkdirSync(join(dir, 'var/lib/docker'), { recursive: true });
    writeTree(dir, files);
    return host;
  },
});

/** The host as if it had been booted when the past of sick hosts has a boot. */
const bootedLately = (builder: FixtureHostBuilder): FixtureHostBuilder => ({
  name: builder.name,
  build: async (dir): Promise<FixtureHost> => {
    const host = await builder.build(dir);
    const boot = Math.floor(Date.now() / 1000) - lastBoot;
    const stat = readFileSync(join(host.procfs, 'stat'), 'utf8');
    writeTree(dir, { 'proc/stat': stat.replace(/^btime \d+$/m, `btime ${boot}`) });
    return host;
  },
});

const aufs: Tree = { 'sys/module/aufs/version': '6.12-20250101\n' };

/**
 * No host can have every fault: one with AUFS has no device-mapper, one that hangs lists no containers. So five are
 * sick, and what a query has to find must be on one of them: `old` has descriptors at their limit, hundreds of zombies,
 * ghosts, orphans, swap and devicemapper; `new` what the kernel holds (unkillable processes, a zombie leader, a leaked
 * mount), AUFS and a boot within the range of time; `leaking` devices of removed containers; `hung` an Engine that does not answer; on `denied` the exporter may not see a part.
 */
export const fleet: readonly FleetHost[] = [
  { instance: 'old.ci.example:9713', cluster: 'ci', role: 'sick', builder: withFiles(fixture('incident-2014')) },
  {
    instance: 'new.ci.example:9713',
    cluster: 'ci',
    role: 'sick',
    builder: bootedLately(withFiles(fixture('overlay2'), aufs)),
  },
  {
    instance: 'leaking.ci.example:9713',
    cluster: 'ci',
    role: 'sick',
    builder: withFiles(fixture('devicemapper-leaking')),
  },
  { instance: 'hung.ci.example:9713', cluster: 'ci', role: 'sick', builder: withFiles(calm), engine: 'hang' },
  { instance: 'denied.ci.example:9713', cluster: 'ci', role: 'sick', builder: withFiles(calm), engine: '403' },
  { instance: 'calm.web.example:9713', cluster: 'web', role: 'healthy', builder: withFiles(calm) },
  { instance: 'bare.web.example:9713', cluster: 'web', role: 'other', builder: fixture('without-docker') },
  {
    instance: 'crowded.ci.example:9713',
    cluster: 'ci',
    role: 'other',
    builder: withFiles(fixture('devicemapper-crowded')),
  },
];

/** A target at which nobody listens. */
export const downHost = { instance: 'down.ci.example:9713', cluster: 'ci' } as const;

/** A target that was there until an hour ago less a bit, and is in the past only. */
export const goneHost = { instance: 'gone.ci.example:9713', cluster: 'ci' } as const;
