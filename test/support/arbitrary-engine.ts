import fc, { type Arbitrary } from 'fast-check';
import { containerStates, type EngineView, probeStates, probes, type ReclaimableKind } from '../../src/model/engine.ts';
import { storageDrivers } from '../../src/model/mounts.ts';
import { count, optional, reading, record, seconds, word } from './arbitrary-reading.ts';

const probe = fc.record({
  state: fc.constantFrom(...probeStates),
  durationSeconds: seconds,
  lastAnswer: optional(seconds),
  detail: optional(word),
});

const space = fc.record({ usedBytes: count, sizeBytes: count });

const info = fc.record({
  serverVersion: optional(word),
  driver: optional(fc.oneof(word, fc.constantFrom(...storageDrivers))),
  driverStatus: fc.array(fc.tuple(word, word), { maxLength: 3 }).map((pairs) => new Map(pairs)),
  storage: fc.record({
    backingFilesystem: optional(word),
    supportsDType: optional(fc.boolean()),
    loopback: optional(fc.boolean()),
  }),
  pool: reading(fc.record({ data: space, metadata: space, deferredDeletedDevices: optional(count) })),
  cgroupDriver: optional(word),
  cgroupVersion: optional(word),
  swapLimit: optional(fc.boolean()),
  liveRestore: optional(fc.boolean()),
  goroutines: optional(count),
  dataRoot: optional(word),
  operatingSystem: optional(word),
});

const version = fc.record({
  version: optional(word),
  apiVersion: optional(word),
  containerdVersion: optional(word),
  runcVersion: optional(word),
});

const listed = fc.record({
  id: word,
  name: word,
  state: fc.constantFrom(...containerStates, 'other' as const),
  created: seconds,
});

const inspected = fc.record({
  state: fc.constantFrom(...containerStates, 'other' as const, 'missing' as const),
  askedAt: seconds,
});

/** Any view of an Engine. */
export const engineView = (kinds: readonly ReclaimableKind[]): Arbitrary<EngineView> =>
  fc.record({
    probes: record(probes, probe),
    info: reading(info),
    version: reading(version),
    containers: reading(fc.record({ containers: fc.array(listed), askedAt: seconds })),
    inspected: fc.array(fc.tuple(word, inspected)).map((words) => new Map(words)),
    inventory: optional(
      fc.record({
        images: reading(fc.record({ tagged: count, dangling: count })),
        volumes: reading(fc.record({ used: count, unused: count })),
        reclaimable: optional(reading(record(kinds, count))),
        fetchedAt: seconds,
      }),
    ),
  });
