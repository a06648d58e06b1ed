import type { Exposition } from './exposition.ts';

/** What a Docker host should have none of, as the exporter shows it. */
export interface Residue {
  readonly ghosts: number | undefined;
  readonly orphans: number | undefined;
  readonly orphanedProcesses: number | undefined;
  readonly unkillable: number;
  readonly zombieLeaders: number | undefined;
  readonly lingering: number;
  /** By holder, without those that hold nothing. */
  readonly leaked: Readonly<Record<string, number>>;
  /** `kind name process: count`, in the order of the exposition. */
  readonly offenders: readonly string[];
}

/** A host on which nothing was left behind. */
export const noResidue: Residue = {
  ghosts: 0,
  orphans: 0,
  orphanedProcesses: 0,
  unkillable: 0,
  zombieLeaders: 0,
  lingering: 0,
  leaked: {},
  offenders: [],
};

const sum = (exposition: Exposition, name: string): number =>
  exposition.samples(name).reduce((total, { value }) => total + value, 0);

export function residue(exposition: Exposition): Residue {
  const holders = Object.entries(exposition.by('dockerhost_leaked_mounts', 'holder'));
  return {
    ghosts: exposition.value('dockerhost_ghost_containers'),
    orphans: exposition.value('dockerhost_orphaned_containers'),
    orphanedProcesses: exposition.value('dockerhost_orphaned_processes'),
    unkillable: sum(exposition, 'dockerhost_unkillable_processes'),
    zombieLeaders: exposition.value('dockerhost_zombie_leaders_with_live_threads'),
    lingering: exposition.value('dockerhost_container_mounts', { state: 'lingering' }) ?? 0,
    leaked: Object.fromEntries(holders.filter(([, count]) => count > 0)),
    offenders: exposition.samples('dockerhost_offender').filter(isOurs).map(offenderText),
  };
}

type Sample = ReturnType<Exposition['samples']>[number];

/** This machine may have zombies of its own; those that tests make on the host are perl's. */
const isOurs = ({ labels }: Sample): boolean =>
  labels['kind'] !== 'zombie_parent' || labels['container'] !== '' || labels['process'] === 'perl';

const offenderText = ({ labels, value }: Sample): string =>
  `${[labels['kind'], labels['name'], labels['process']].filter((word) => word !== '').join(' ')}: ${value}`;
