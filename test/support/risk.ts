import type { Advisory, Catalogue, Verdict } from '../../src/model/advisory.ts';
import type { HostFacts } from '../../src/model/facts.ts';
import { absent } from '../../src/model/reading.ts';
import type { RiskAssessment } from '../../src/model/risk.ts';

const nothing = absent('not in this test');

/** Nothing is known of this host but what the test says. */
export const factsWith = (facts: Partial<HostFacts> = {}): HostFacts => ({
  kernelRelease: nothing,
  kernelVersion: nothing,
  distribution: nothing,
  aufsVersion: nothing,
  filesystems: nothing,
  storageDriver: nothing,
  driverStatus: nothing,
  engineVersion: nothing,
  containerdVersion: nothing,
  runcVersion: nothing,
  cpus: nothing,
  cgroupVersion: nothing,
  kernelCommandLine: nothing,
  sysctls: new Map(),
  swapLimit: nothing,
  date: '2026-11-22',
  ...facts,
});

/** An advisory against the storage driver aufs, with these differences. */
export const advisoryWith = (differences: Partial<Advisory> = {}): Advisory => ({
  id: 'spin',
  title: 'Killed processes spin',
  severity: 'critical',
  symptom: 'A killed process does not end. It spins.',
  remedy: 'Move to overlay2.',
  confidence: 'high',
  references: ['https://example.org/1'],
  checked: '2026-11-22',
  exposed: { storage_driver: ['aufs'] },
  ...differences,
});

/** What has a verdict of each kind and an end of life, on nearly every host. */
export const smallCatalogue: Catalogue = {
  advisories: [
    advisoryWith({ id: 'with-aufs', explains: ['DockerHostFreezing'] }),
    advisoryWith({ id: 'with-overlay', severity: 'high', exposed: { storage_driver: ['overlay', 'overlay2'] } }),
    advisoryWith({
      id: 'old-engine',
      severity: 'medium',
      exposed: { engine: [{ first_affected: 'unknown', first_fixed: '99.0.0' }] },
    }),
    advisoryWith({
      id: 'loopback',
      severity: 'low',
      exposed: { driver_status: { key: 'Data loop file', present: true } },
    }),
    advisoryWith({
      id: 'detach',
      severity: 'info',
      exposed: { sysctl: { name: 'fs.may_detach_mounts', equals: '0' } },
    }),
  ],
  endOfLife: [
    {
      component: 'engine',
      snapshot: '2026-08-22',
      source: 'https://example.org/engine',
      cycles: [
        { cycle: '20.10', ends: '2023-12-10' },
        { cycle: '29', ends: 'supported' },
      ],
      unlisted: 'ended',
    },
  ],
};

/** How an advisory differs from the usual one, and its verdict. */
export type Judged = readonly [differences: Partial<Advisory>, verdict: Verdict];

/** These advisories with these verdicts. */
export const riskWith = (...judged: readonly Judged[]): RiskAssessment => ({
  facts: factsWith(),
  verdicts: judged.map(([advisory, verdict]) => ({ advisory: advisoryWith(advisory), verdict, why: 'a test says so' })),
  endOfLife: new Map(),
});
