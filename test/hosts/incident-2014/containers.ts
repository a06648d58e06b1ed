import type { Random } from '../../support/random.ts';
import { containerCounts, incident, unmountedDevices } from './figures.ts';

export type ContainerKind = keyof typeof containerCounts;

export interface IncidentContainer {
  readonly id: string;
  readonly name: string;
  readonly kind: ContainerKind;
  /** Unix time. */
  readonly created: number;
  /** Number N of its `dm-N`, while it is mounted. */
  readonly device: number | undefined;
}

export interface IncidentContainers {
  readonly containers: readonly IncidentContainer[];
  /** Devices that nobody mounts: container id and number. */
  readonly unmounted: readonly { readonly id: string; readonly device: number }[];
}

/** `dm-0` and `dm-1` are the pool and the base. */
const firstContainerDevice = 2;
const mountedKinds: ReadonlySet<ContainerKind> = new Set<ContainerKind>([
  'running',
  'ghostStatusAlive',
  'ghost',
  'orphanExited',
  'orphanRemoved',
  'exitedMounted',
  'removedMounted',
]);
const liveKinds: ReadonlySet<ContainerKind> = new Set<ContainerKind>([
  'running',
  'ghostStatusAlive',
  'orphanExited',
  'orphanRemoved',
]);
const unknownKinds: ReadonlySet<ContainerKind> = new Set<ContainerKind>(['orphanRemoved', 'removedMounted']);

export const isLive = ({ kind }: IncidentContainer): boolean => liveKinds.has(kind);
export const isListed = ({ kind }: IncidentContainer): boolean => !unknownKinds.has(kind);
export const isMounted = ({ device }: IncidentContainer): boolean => device !== undefined;

const hour = 3600;
const day = 24 * hour;

export function makeContainers(random: Random): IncidentContainers {
  const nextDevice = deviceNumbers(random);
  const kinds = Object.entries(containerCounts) as [ContainerKind, number][];
  const containers = kinds.flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => ({
      id: random.hex(64),
      name: `ci_${kind.toLowerCase()}_${index}`,
      kind,
      created: incident.now - (kind === 'running' ? random.below(9 * hour) : day + random.below(20 * day)),
      device: mountedKinds.has(kind) ? nextDevice() : undefined,
    })),
  );
  const unmounted = Array.from({ length: unmountedDevices }, () => ({ id: random.hex(64), device: nextDevice() }));
  return { containers, unmounted };
}

/** Distinct numbers in no order, the highest of all first. */
function deviceNumbers(random: Random): () => number {
  const taken = new Set<number>();
  const draw = (): number => {
    const number = firstContainerDevice + random.below(incident.highestDevice - firstContainerDevice);
    return taken.has(number) ? draw() : number;
  };
  return () => {
    const number = taken.size === 0 ? incident.highestDevice : draw();
    taken.add(number);
    return number;
  };
}
