import { spawnSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';

/** What a figure depends on, without names and dates. */
export interface Machine {
  readonly kernel: string;
  readonly cpu: string;
  readonly cpus: number;
  readonly memoryGigabytes: number;
  readonly node: string;
  readonly nodeExporter: string;
  readonly docker: string;
  readonly compiler: string;
}

export const readMachine = (): Machine => ({
  kernel: release(),
  cpu: cpus()[0]?.model.trim() ?? 'unknown CPU',
  cpus: cpus().length,
  memoryGigabytes: Math.round(totalmem() / 1e9),
  node: process.version,
  nodeExporter: version('prometheus-node-exporter', ['--version'], /version ([^\s,]+)/),
  docker: version('dockerd', ['--version'], /version ([^\s,]+)/),
  compiler: version('cc', ['--version'], /^(.+)$/m),
});

function version(command: string, args: readonly string[], pattern: RegExp): string {
  const done = spawnSync(command, args, { encoding: 'utf8' });
  return pattern.exec(`${done.stdout ?? ''}${done.stderr ?? ''}`)?.[1] ?? 'not there';
}

export const machineLine = (machine: Machine): string =>
  `Linux ${machine.kernel}, ${machine.cpus} × ${machine.cpu}, ${machine.memoryGigabytes} GB of memory, ` +
  `Node ${machine.node}, node_exporter ${machine.nodeExporter}, Docker ${machine.docker}, ${machine.compiler}.`;
