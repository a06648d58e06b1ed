import { visibilityScopes } from '../model/host.ts';
import type { MetricSpec } from '../model/sample.ts';

/** Reasons of @fastify/under-pressure, in the words of our label. */
export const pressureReasons = ['event_loop_delay', 'event_loop_utilization', 'heap', 'resident_memory'] as const;
export type PressureReason = (typeof pressureReasons)[number];

export const buildInfo: MetricSpec = {
  name: 'dockerhost_exporter_build_info',
  type: 'info',
  help: 'Version of this exporter and of the Node.js that runs it.',
  labels: { version: 'free', node_version: 'free' },
};
export const success: MetricSpec = {
  name: 'dockerhost_collector_success',
  type: 'gauge',
  help: 'Whether a collector could read everything it stands on: 0 if something was denied, malformed or not there in time. What is not on this host is no failure.',
  labels: { collector: 'free' },
};
export const duration: MetricSpec = {
  name: 'dockerhost_collector_duration_seconds',
  type: 'gauge',
  help: 'Time that the readings of a collector took in this scrape, and the collector itself.',
  labels: { collector: 'free' },
};
export const lastSuccess: MetricSpec = {
  name: 'dockerhost_collector_last_success_timestamp_seconds',
  type: 'gauge',
  help: 'Unix time of the data of the last success of a collector. No sample before the first one.',
  labels: { collector: 'free' },
};
export const age: MetricSpec = {
  name: 'dockerhost_collector_age_seconds',
  type: 'gauge',
  help: "Age of the data of the last success of a collector by the exporter's own clock. No sample before the first one.",
  labels: { collector: 'free' },
};
export const visibility: MetricSpec = {
  name: 'dockerhost_visibility',
  type: 'gauge',
  help: 'Whether the exporter may see a part of the host: 0 if a permission or a mount is missing. The log names it.',
  labels: { scope: visibilityScopes },
};
export const underPressure: MetricSpec = {
  name: 'dockerhost_exporter_under_pressure',
  type: 'gauge',
  help: 'Whether the exporter is short of something itself and therefore serves its last good exposition again.',
  labels: { reason: pressureReasons },
};
export const eventLoopDelay: MetricSpec = {
  name: 'dockerhost_exporter_event_loop_delay_seconds',
  type: 'gauge',
  help: "99th percentile of the delay of the exporter's event loop since the scrape before.",
};
export const stuckReadings: MetricSpec = {
  name: 'dockerhost_exporter_stuck_readings',
  type: 'gauge',
  help: 'Reads of /proc, /sys or a file system that have not returned; they are left out until they do. The log names them.',
};

/** What the exporter says of itself and of its collectors, in the order of exposition. */
export const ownMetrics: readonly MetricSpec[] = [
  buildInfo,
  success,
  duration,
  lastSuccess,
  age,
  visibility,
  underPressure,
  eventLoopDelay,
  stuckReadings,
];
