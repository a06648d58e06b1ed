import { join } from 'node:path';
import { expect, it } from 'vitest';
import { at, readTimeline } from '../../scripts/docs/incident-timeline.ts';
import { containerCounts, incident, lingeringMounts, orphanedContainers } from '../hosts/incident-2014/figures.ts';
import { type Sample, samplesOf } from './support/values.ts';

const { series } = readTimeline(join(import.meta.dirname, 'incident-a.timeline.yml'));

/** The sum of all series that begin so, at a time. */
const sumAt = (beginning: string, time: string): number =>
  series
    .filter((line) => line.series.startsWith(beginning))
    .map((line): Sample => samplesOf(line, 120, at(time) / 120 + 1).at(-1) ?? '_')
    .reduce<number>((sum, sample) => sum + Number(sample), 0);

// The file system of a ghost does not linger: the Engine says that it is in use.
it.each([
  ['dockerhost_daemon_open_fds', '66h18m', incident.daemonFds],
  ['dockerhost_daemon_max_fds{daemon="dockerd", limit="soft"}', '66h18m', incident.softFdLimit],
  ['dockerhost_daemon_max_fds{daemon="dockerd", limit="hard"}', '66h18m', incident.hardFdLimit],
  ['dockerhost_container_mounts', '66h18m', lingeringMounts - containerCounts.ghost],
  ['dockerhost_zombie_processes', '84h', incident.zombies],
  ['dockerhost_processes', '84h', incident.processes],
  ['dockerhost_orphaned_containers', '84h', orphanedContainers],
])('%s is at %s what the slides and the recorded host say', (name, time, value) => {
  expect(sumAt(name, time)).toBe(value);
});
