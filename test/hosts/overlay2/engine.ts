import type { ContainerAnswer, EngineAnswers } from '../../support/engine-answers.ts';
import { type Random, seededRandom } from '../../support/random.ts';
import { release } from '../modern/files.ts';
import { type DockerContainer, dockerContainers } from './containers.ts';
import { diskUsage, legacyDiskUsage } from './disk-usage.ts';
import { overlay2Figures } from './figures.ts';

const seed = 52;
const serverVersion = '29.1.3';
const { containers, now } = overlay2Figures;

/** What an Engine 29 (API 1.52) with the containerd image store says. */
export function makeAnswers(): EngineAnswers {
  const random = seededRandom(seed);
  const answers = { images: makeImages(random), volumes: makeVolumes(random) };
  return {
    ping: 'OK',
    info,
    version,
    containers: dockerContainers.map(summary),
    inspect: Object.fromEntries(dockerContainers.map((container) => [container.id, inspected(container)])),
    ...answers,
    df: diskUsage,
    legacyDf: legacyDiskUsage(answers.images, answers.volumes.Volumes),
  };
}

const stopped = containers.exited + containers.dead + containers.created;

const info = {
  ID: '0f6c9d1e-4c1b-4a57-9a55-6d1f6a2f7c11',
  Containers: containers.running + stopped,
  ContainersRunning: containers.running,
  ContainersPaused: 0,
  ContainersStopped: stopped,
  Images: overlay2Figures.images.tagged + overlay2Figures.images.dangling,
  Driver: 'overlayfs',
  DriverStatus: [['driver-type', 'io.containerd.snapshotter.v1']],
  MemoryLimit: true,
  SwapLimit: true,
  CgroupDriver: 'systemd',
  CgroupVersion: '2',
  NFd: overlay2Figures.dockerdFds,
  NGoroutines: 88,
  SystemTime: new Date(now * 1000).toISOString(),
  NEventsListener: 1,
  KernelVersion: release,
  OperatingSystem: 'Debian GNU/Linux 13 (trixie)',
  OSVersion: '13',
  OSType: 'linux',
  Architecture: 'x86_64',
  NCPU: 2,
  MemTotal: overlay2Figures.memory.total * 1024,
  DockerRootDir: '/var/lib/docker',
  Name: 'overlay2',
  ServerVersion: serverVersion,
  LiveRestoreEnabled: true,
  DefaultRuntime: 'runc',
  ContainerdCommit: { ID: '1c4457e00facac03ce1d75f7b6777a7a851e5c41' },
  RuncCommit: { ID: 'v1.3.4-0-gd6d73eb8' },
  Warnings: null,
};

const version = {
  Platform: { Name: 'Docker Engine - Community' },
  Version: serverVersion,
  ApiVersion: '1.52',
  MinAPIVersion: '1.44',
  Os: 'linux',
  Arch: 'amd64',
  GoVersion: 'go1.25.5',
  KernelVersion: release,
  Components: [
    { Name: 'Engine', Version: serverVersion, Details: { ApiVersion: '1.52', MinAPIVersion: '1.44' } },
    { Name: 'containerd', Version: 'v2.2.0', Details: { GitCommit: '1c4457e00facac03ce1d75f7b6777a7a851e5c41' } },
    { Name: 'runc', Version: '1.3.4', Details: { GitCommit: 'v1.3.4-0-gd6d73eb8' } },
  ],
};

const statusWords = {
  running: 'Up 6 hours',
  exited: 'Exited (0) 2 days ago',
  dead: 'Dead',
  created: 'Created',
} as const;

const summary = ({ id, name, state, created, volume }: DockerContainer): ContainerAnswer => ({
  Id: id,
  Names: [`/${name}`],
  Image: `ci/${name}:1`,
  Created: created,
  State: state,
  Status: statusWords[state],
  Mounts: volume === undefined ? [] : [{ Type: 'volume', Name: volume }],
});

const inspected = ({ id, name, state, created }: DockerContainer) => ({
  Id: id,
  Created: new Date(created * 1000).toISOString(),
  Name: `/${name}`,
  Driver: 'overlayfs',
  State: { Status: state, Running: state === 'running', Paused: false, Restarting: false, Dead: state === 'dead' },
});

function makeImages(random: Random) {
  const { tagged, dangling } = overlay2Figures.images;
  return Array.from({ length: tagged + dangling }, (_, index) => ({
    Id: `sha256:${random.hex(64)}`,
    RepoTags: index < tagged ? [`ci/app:${index}`] : [],
    RepoDigests: [],
    Created: now - 86_400 * (index + 1),
    Size: 120_000_000 + index,
    SharedSize: -1,
    Containers: index === 0 ? containers.running : 0,
  }));
}

function makeVolumes(random: Random) {
  const named = dockerContainers.flatMap(({ volume }) => volume ?? []);
  const unused = Array.from({ length: overlay2Figures.volumes.unused }, () => random.hex(64));
  const Volumes = [...named, ...unused].map((Name) => ({ Name, Driver: 'local', Scope: 'local' }));
  return { Volumes, Warnings: null };
}
