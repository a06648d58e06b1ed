import { hostAlerts } from './alerts.ts';

/** What fires on a host besides the bystanders, and what of all that is muted. */
export interface Scenario {
  readonly host: string;
  readonly sources: readonly string[];
  readonly muted: readonly string[];
}

/** Each of these mutes something; a scenario says which of them fire. */
const sources = [
  'DockerEngineDown critical',
  'DockerEngineHung critical',
  'DockerHostNeedsRecycle warning',
  'DockerHostExporterDown warning',
  'DockerdRestarting critical',
  'DockerdCpuSpin critical dockerd',
  'DockerdCpuSpin critical containerd',
  'DockerHostProcessesNearLimit critical',
  'DockerHostZombies critical',
  'DockerHostZombies warning',
  'DockerdFdsNearLimit critical dockerd',
  'DockerdFdsNearLimit critical containerd',
  'DockerdFdsNearLimit warning dockerd',
  'DockerdFdsNearLimit warning containerd',
  'DockerThinPoolNearFull critical data',
  'DockerThinPoolNearFull critical metadata',
  'DockerThinPoolNearFull warning data',
  'DockerThinPoolNearFull warning metadata',
];

/** They mute nothing, and fire on every host at the same time. */
export const bystanders: readonly string[] = hostAlerts.map(({ key }) => key).filter((key) => !sources.includes(key));

const staleList = ['DockerHostGhostContainers warning', 'DockerHostOrphanProcesses warning'];
const askEngine = ['engine', 'inventory', 'reconcile'].flatMap((collector) => [
  `DockerHostCollectorFailing warning ${collector}`,
  `DockerHostCollectorStale warning ${collector}`,
]);
const byHung = ['DockerEngineSlow warning', ...staleList, ...askEngine];
const byDown = [...byHung, 'DockerdCpuSpin warning dockerd', 'DockerdCpuSpin warning containerd'];
const byZombies = [
  'DockerHostZombiesGrowing warning',
  'DockerHostNonReapingParent info cron',
  'DockerHostNonReapingParent info java',
];
const byRecycle = [
  ...byZombies,
  ...staleList,
  'DockerHostUnkillableProcesses warning',
  'DockerHostLingeringMounts warning',
  'DockerHostLeakedMounts warning',
  'DockerHostDevicemapperThreadsGrowing warning',
];
const notPages = bystanders.filter((key) => !key.includes(' critical'));

const scenario = (host: string, firing: readonly string[], muted: readonly string[]): Scenario => {
  const unknown = firing.filter((key) => !sources.includes(key));
  if (unknown.length > 0) throw new Error(`${host}: no source: ${unknown.join(', ')}`);
  return { host, sources: firing, muted };
};

export const scenarios: readonly Scenario[] = [
  scenario('neighbour', [], []),
  scenario('down', ['DockerEngineDown critical'], byDown),
  scenario(
    'down-after-hung',
    ['DockerEngineDown critical', 'DockerEngineHung critical', 'DockerdCpuSpin critical dockerd'],
    [...byDown, 'DockerEngineHung critical', 'DockerdCpuSpin critical dockerd'],
  ),
  scenario('hung', ['DockerEngineHung critical'], byHung),
  scenario('recycle', ['DockerHostNeedsRecycle warning'], byRecycle),
  scenario(
    'recycle-zombies',
    ['DockerHostNeedsRecycle warning', 'DockerHostZombies warning'],
    [...byRecycle, 'DockerHostZombies warning'],
  ),
  scenario('recycle-page', ['DockerHostNeedsRecycle warning', 'DockerHostZombies critical'], byRecycle),
  scenario('zombies', ['DockerHostZombies warning'], byZombies),
  scenario(
    'many-zombies',
    ['DockerHostZombies critical', 'DockerHostZombies warning'],
    [...byZombies, 'DockerHostZombies warning'],
  ),
  scenario('pool-data', ['DockerThinPoolNearFull critical data'], ['DockerThinPoolFillingUp warning data']),
  scenario(
    'pool-both',
    [
      'DockerThinPoolNearFull critical data',
      'DockerThinPoolNearFull warning data',
      'DockerThinPoolNearFull warning metadata',
    ],
    [
      'DockerThinPoolNearFull warning data',
      'DockerThinPoolFillingUp warning data',
      'DockerThinPoolFillingUp warning metadata',
    ],
  ),
  scenario('fds-dockerd', ['DockerdFdsNearLimit critical dockerd'], ['DockerdFdsExhaustionPredicted warning dockerd']),
  scenario(
    'fds-both',
    [
      'DockerdFdsNearLimit critical dockerd',
      'DockerdFdsNearLimit warning dockerd',
      'DockerdFdsNearLimit warning containerd',
    ],
    [
      'DockerdFdsNearLimit warning dockerd',
      'DockerdFdsExhaustionPredicted warning dockerd',
      'DockerdFdsExhaustionPredicted warning containerd',
    ],
  ),
  scenario(
    'criticals',
    ['DockerdRestarting critical', 'DockerdCpuSpin critical containerd', 'DockerHostProcessesNearLimit critical'],
    ['DockerdRestarting warning', 'DockerdCpuSpin warning containerd', 'DockerHostProcessesNearLimit warning'],
  ),
  scenario('exporter-down', ['DockerHostExporterDown warning', 'DockerHostZombies critical'], notPages),
];
