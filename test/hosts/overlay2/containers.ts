import { seededRandom } from '../../support/random.ts';
import { overlay2Figures } from './figures.ts';

const random = seededRandom(29);
const day = 86_400;

export interface DockerContainer {
  readonly id: string;
  readonly name: string;
  readonly state: 'running' | 'exited' | 'dead' | 'created';
  /** Unix time. */
  readonly created: number;
  readonly volume?: string;
}

const container = (
  name: string,
  state: DockerContainer['state'],
  daysOld: number,
  volume?: string,
): DockerContainer => ({
  id: random.hex(64),
  name,
  state,
  created: overlay2Figures.now - Math.round(daysOld * day),
  ...(volume === undefined ? {} : { volume }),
});

/** Newest first, as the Engine lists them. */
export const builder = container('builder', 'running', 0.25, 'builder-docker');
const stillborn = container('stillborn', 'created', 1);
const nightly = container('nightly', 'exited', 2);
export const web = container('web', 'running', 4);
export const db = container('db', 'running', 11, 'db-data');
const undead = container('undead', 'dead', 17);
const migration = container('migration', 'exited', 30);

export const dockerContainers = [builder, stillborn, nightly, web, db, undead, migration] as const;
export const runningContainers = [builder, web, db] as const;

/** Removed from the Engine; its root file system is still mounted on the host. */
export const removedId = random.hex(64);
/** A container of the Engine that runs inside `builder`. */
export const nestedId = random.hex(64);
/** Not the Engine's: a container of a Kubernetes pod, and one of Podman. */
export const podContainerId = random.hex(64);
export const podUid = '5f0c7c2e_9b1d_4c8e_8a55_0d3e1b7a6f42';
export const podmanId = random.hex(64);
/** A step of an image build: no container to the Engine, by the name that BuildKit gives it. */
export const buildStepId = 'r4v8kq2m6x0t1z9c5h3n7b2dw';

/** Where systemd puts each of them. */
export const cgroupOf = ({ id }: { readonly id: string }): string => `/system.slice/docker-${id}.scope`;
export const nestedCgroup = `${cgroupOf(builder)}/docker/${nestedId}`;
export const builderInitCgroup = `${cgroupOf(builder)}/init`;
const burstable = '/kubepods.slice/kubepods-burstable.slice';
export const podCgroup = `${burstable}/kubepods-burstable-pod${podUid}.slice/cri-containerd-${podContainerId}.scope`;
export const podmanCgroup = `/machine.slice/libpod-${podmanId}.scope/container`;
export const conmonCgroup = `/machine.slice/libpod-conmon-${podmanId}.scope`;
export const buildStepCgroup = `/docker/buildkit/${buildStepId}`;
