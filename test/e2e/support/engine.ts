import { type ChildProcess, execFile } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { noteCgroupParents } from './cgroups.ts';
import { answers, ended, launch } from './dockerd.ts';
import { busyboxArchive } from './image.ts';
import { register } from './lifetime.ts';
import { ownedFolder } from './scratch.ts';
import { tearDown } from './teardown.ts';
import { within } from './wait.ts';

/** The image every container of the tests runs: busybox with sh, sleep and true. */
export const image = 'busybox:test';

export interface EngineOptions {
  /** Soft and hard limit of open files. The Go runtime raises the soft one to the hard one, hence both. */
  readonly nofile?: number;
  /** Else the one that dockerd chooses. */
  readonly storageDriver?: string;
}

/** A real dockerd with its own data root, exec root, socket and containerd; no network. */
export interface Engine {
  readonly folder: string;
  readonly socket: string;
  readonly pidfile: string;
  readonly dataRoot: string;
  /** Its last part is `docker`, so that network namespaces are below `docker/netns` as on a host. */
  readonly execRoot: string;
  /** Flags that point an exporter at it. */
  readonly flags: readonly string[];
  readonly pid: number;
  readonly containerdPid: number;
  /** `docker …`; gives what it prints. */
  docker(...args: string[]): Promise<string>;
  /** `docker run -d …`; gives the container's id. */
  run(...args: string[]): Promise<string>;
  /** Starts it again after `kill`, or ends it in good order and starts it again; from now on with these changes. */
  restart(changes?: EngineOptions): Promise<void>;
  /** SIGKILL, and its containerd goes with it. The socket file stays. */
  kill(): Promise<void>;
  /** Removes all of it from the machine, in whatever state it is. */
  stop(): Promise<void>;
}

const execute = promisify(execFile);

class RealEngine implements Engine {
  readonly folder = ownedFolder();
  readonly socket = join(this.folder, 'docker.sock');
  readonly pidfile = join(this.folder, 'docker.pid');
  readonly dataRoot = join(this.folder, 'root');
  readonly execRoot = join(this.folder, 'docker');
  readonly flags = [`--docker.host=unix://${this.socket}`, `--docker.pidfile=${this.pidfile}`];
  readonly stop: () => Promise<void>;
  #options: EngineOptions;
  #dockerd: ChildProcess | undefined;

  constructor(options: EngineOptions) {
    this.#options = options;
    const remove = () => tearDown(this.folder);
    this.stop = register('file', { what: `engine in ${this.folder}`, undo: remove, undoNow: remove });
  }

  get pid(): number {
    return Number(readFileSync(this.pidfile, 'utf8'));
  }

  get containerdPid(): number {
    return Number(readFileSync(join(this.execRoot, 'containerd/containerd.pid'), 'utf8'));
  }

  async start(): Promise<void> {
    this.#dockerd = launch(this.folder, this.#options);
    await answers(this.folder, this.#dockerd);
  }

  async importImage(): Promise<void> {
    const importing = execute('docker', ['-H', `unix://${this.socket}`, 'import', '-', image], {
      env: this.#environment(),
      timeout: 60_000,
    });
    importing.child.stdin?.end(busyboxArchive(this.folder));
    await importing;
    rmSync(join(this.folder, 'rootfs'), { recursive: true });
  }

  async docker(...args: string[]): Promise<string> {
    const options = { env: this.#environment(), timeout: 60_000, maxBuffer: 64 * 1024 * 1024 };
    const { stdout } = await execute('docker', ['-H', `unix://${this.socket}`, ...args], options);
    const ids = stdout.match(/^[0-9a-f]{64}$/gm) ?? [];
    // For the tear-down: a container may be gone from the Engine while its processes are not.
    appendFileSync(join(this.folder, 'containers'), ids.map((id) => `${id}\n`).join(''));
    return stdout.trim();
  }

  run(...args: string[]): Promise<string> {
    // sleep as PID 1 ignores SIGTERM; without the signal each `docker stop` would take ten seconds.
    return this.docker('run', '-d', '--network=none', '--stop-signal=KILL', ...args);
  }

  async restart(changes: EngineOptions = {}): Promise<void> {
    this.#options = { ...this.#options, ...changes };
    await this.#end('SIGTERM');
    await this.start();
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const dockerd = this.#dockerd;
    if (dockerd === undefined) return;
    dockerd.kill(signal);
    await within(60, `dockerd to end after ${signal}`, ended(dockerd));
  }

  /** The person's own contexts and DOCKER_HOST stay out of it. */
  #environment(): NodeJS.ProcessEnv {
    return { PATH: process.env['PATH'], DOCKER_CONFIG: join(this.folder, 'client') };
  }
}

/** @throws Error with the end of dockerd's log when it does not answer within a minute. */
export async function startEngine(options: EngineOptions = {}): Promise<Engine> {
  const engine = new RealEngine(options);
  noteCgroupParents(engine.folder);
  try {
    await engine.start();
    await engine.importImage();
  } catch (error) {
    await engine.stop();
    throw error;
  }
  return engine;
}
