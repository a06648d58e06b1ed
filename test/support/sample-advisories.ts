import type { Advisory, Catalogue } from '../../src/model/advisory.ts';

/** An advisory that strikes hosts with the storage driver `aufs`, unless told otherwise. */
export const sampleAdvisory = (id: string, over: Partial<Advisory> = {}): Advisory => ({
  id,
  title: `What ${id} is about`,
  severity: 'high',
  symptom: 'It hangs.',
  remedy: 'Move on.',
  confidence: 'high',
  references: [`https://example.org/${id}`],
  checked: '2026-11-22',
  exposed: { storage_driver: ['aufs'] },
  ...over,
});

export const onEngine = (first_affected: string, first_fixed: string): Pick<Advisory, 'exposed'> => ({
  exposed: { engine: [{ first_affected, first_fixed }] },
});

/** Two that depend on the storage driver, two on the version of the Engine. */
export const sampleCatalogue: Catalogue = {
  advisories: [
    sampleAdvisory('engine-low', { severity: 'low', ...onEngine('1.8.0', '1.10.0') }),
    sampleAdvisory('aufs-high'),
    sampleAdvisory('aufs-critical', { severity: 'critical' }),
    sampleAdvisory('engine-high', onEngine('20.10.0', '20.10.5')),
  ],
  endOfLife: [],
};
