import { copyFileSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Child, startChild } from '../support/child.ts';
import { startExporter } from '../support/exporter.ts';
import { scratchFolder } from '../support/scratch.ts';
import { addressOf, exporterFlags, host, type Site, startSite } from './support/site.ts';
import { type Expected, untilQuiet, watch } from './support/watch.ts';

const timeout = 240_000;
let site: Site;

beforeAll(async () => {
  site = await startSite();
});

beforeEach(() => untilQuiet(site));

test('the exporter gone: a ticket, and when it is no longer a target a page of no host', { timeout }, async () => {
  const seen = watch(site);
  const down: Expected = {
    receiver: 'ticket',
    alert: 'DockerHostExporterDown warning',
    says: /^Nothing is known about docker-1 /,
  };
  const absent: Expected = {
    receiver: 'page',
    alert: 'DockerHostExporterAbsent critical',
    instance: '',
    says: /^Prometheus has no target of the job docker-host/,
  };
  await site.exporter.stop();
  await seen.arrives(down);
  expect(seen.arrived()).toEqual(['ticket DockerHostExporterDown warning']);

  site.prometheus.watch({});
  await seen.arrives(absent);
  const exporter = await startExporter(exporterFlags(site.engine));
  site.prometheus.watch({ [host]: addressOf(exporter) });
  for (const expected of [down, absent]) await seen.resolves(expected);
  const pages = seen.arrived().filter((told) => told.startsWith('page '));
  expect(pages).toEqual(['page DockerHostExporterAbsent critical']);
});

/** A process of the name dockerd of which a thread takes a CPU once it is told to go on, and the file with its number. */
async function startSpinner(): Promise<{ spinner: Child; pidfile: string }> {
  const folder = scratchFolder();
  const program = join(folder, 'dockerd');
  copyFileSync('/bin/busybox', program, 0);
  const spinner = await startChild(program, ['-c', 'kill -STOP $$; while :; do :; done'], { argv0: 'sh' });
  setPriority(spinner.pid, -20); // nearly a whole CPU, also on a machine that is busy
  const pidfile = join(folder, 'docker.pid');
  writeFileSync(pidfile, String(spinner.pid));
  return { spinner, pidfile };
}

// A real dockerd does not spin on demand: an exporter of its own takes the spinning process for the daemon.
test('a daemon thread that spins is a ticket', { timeout }, async () => {
  const { spinner, pidfile } = await startSpinner();
  const exporter = await startExporter(exporterFlags(site.engine, pidfile));
  process.kill(spinner.pid, 'SIGCONT');
  const seen = watch(site);
  site.prometheus.watch({ [host]: addressOf(site.exporter), spinning: addressOf(exporter) });
  const spin: Expected = {
    receiver: 'ticket',
    alert: 'DockerdCpuSpin warning',
    instance: 'spinning',
    says: /^One thread of dockerd on spinning has taken \d\S*% of a CPU at the least for 15 minutes/,
  };
  await seen.arrives(spin);
  await spinner.stop();
  await seen.resolves(spin);
  expect(seen.arrived().filter((told) => told.startsWith('page '))).toEqual([]);
  site.prometheus.watch({ [host]: addressOf(site.exporter) });
});
