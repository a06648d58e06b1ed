import type { Answer, Past } from './evaluate.ts';

/** From the beginning of each past to the moment at which it is asked. */
export const minutes = 7 * 60;
const always = (value: number): string => `${value}x${minutes + 1}`;
/** Until some minutes ago; then it is no longer exposed. */
const until = (ago: number): string => `1x${minutes - ago}`;

const on = 'job="docker-host", instance="h"';
const h = `{${on}}`;
const dockerd = `{${on}, daemon="dockerd"}`;

const probe = (name: string, state: string): string =>
  `dockerhost_engine_probe_state{${on}, probe="${name}", state="${state}"}`;

export interface Case {
  readonly what: string;
  readonly panel: string;
  readonly refId?: string;
  readonly past: Past;
  readonly says: Answer;
}

const left = 'Descriptors last for';
const poolLeft = 'Thin pool lasts for';
const fdsPast = (open: string, started = -999_999): Past => ({
  [`dockerhost_daemon_open_fds${dockerd}`]: open,
  [`dockerhost_daemon_max_fds{${on}, daemon="dockerd", limit="soft"}`]: always(1000),
  [`dockerhost_daemon_start_time_seconds${dockerd}`]: always(started),
});
const poolPast = (used: string): Past => ({
  [`dockerhost_devicemapper_pool_used_bytes{${on}, space="data"}`]: used,
  [`dockerhost_devicemapper_pool_size_bytes{${on}, space="data"}`]: always(1000),
});
const data = `{${on}, space="data"}`;
const faults = (...severities: readonly string[]): Past => ({
  [`dockerhost_advisories{${on}, verdict="exposed"}`]: always(severities.length),
  [`dockerhost_advisories{${on}, verdict="clear"}`]: always(9),
  ...Object.fromEntries(
    severities.map((severity, index) => [
      `dockerhost_advisory{${on}, advisory="a${index}", severity="${severity}", verdict="exposed"}`,
      always(1),
    ]),
  ),
});
const limit = 'Descriptors against the limit';

export const cases: readonly Case[] = [
  {
    what: 'says that the Engine answers',
    panel: 'Engine',
    past: { [`up${h}`]: always(1), [probe('list', 'ok')]: always(1) },
    says: { [h]: 0 },
  },
  {
    what: 'says that nobody knows while the exporter is down',
    panel: 'Engine',
    past: { [`up${h}`]: '1x300 0x200', [probe('list', 'ok')]: '1x300 stale' },
    says: { [h]: 6 },
  },
  { what: 'has no time left at the limit', panel: left, past: fdsPast(always(1000)), says: { [dockerd]: 0 } },
  { what: 'has none beyond it', panel: left, past: fdsPast(always(1010)), says: { [dockerd]: 0 } },
  {
    what: 'has none at the limit, just started or not',
    panel: left,
    past: fdsPast(always(1000), minutes * 60 - 60),
    says: { [dockerd]: 0 },
  },
  { what: 'lasts where nothing grows', panel: left, past: fdsPast(always(100)), says: { [dockerd]: 2_592_000 } },
  {
    what: 'says nothing of a daemon that was just started',
    panel: left,
    past: fdsPast(`0+1x${minutes + 1}`, 5 * 3600),
    says: { [dockerd]: 2_592_001 },
  },
  {
    what: 'tells the time that is left',
    panel: left,
    past: fdsPast(`0+1x${minutes + 1}`),
    says: { [dockerd]: (1000 - minutes) * 60 },
  },
  { what: 'says nothing where nothing is seen', panel: left, past: { [`up${h}`]: always(1) }, says: {} },
  { what: 'has no time left when it is full', panel: poolLeft, past: poolPast(always(1000)), says: { [data]: 0 } },
  { what: 'lasts where nothing grows', panel: poolLeft, past: poolPast(always(10)), says: { [data]: 2_592_000 } },
  {
    what: 'knows the version of an Engine that hangs',
    panel: 'Version of the Engine',
    past: { [`dockerhost_engine_info{${on}, version="20.10.7"}`]: until(60) },
    says: { '{version="20.10.7"}': 1 },
  },
  {
    what: 'knows the driver of an Engine that hangs',
    panel: 'Storage driver',
    past: { [`dockerhost_storage_driver_info{${on}, driver="aufs"}`]: until(60) },
    says: { '{driver="aufs"}': 1 },
  },
  {
    what: 'has one version after an upgrade',
    panel: 'Version of the Engine',
    past: {
      [`dockerhost_engine_info{${on}, version="20.10.7"}`]: until(60),
      [`dockerhost_engine_info{${on}, version="24.0.2"}`]: `_x${minutes - 60} 1x61`,
    },
    says: { '{version="24.0.2"}': 1 },
  },
  {
    what: 'counts what there is an alert of',
    panel: 'Serious known faults',
    past: faults('high', 'low', 'critical'),
    says: { '{}': 2 },
  },
  {
    what: 'is none where all are lesser',
    panel: 'Serious known faults',
    past: faults('medium', 'low'),
    says: { '{}': 0 },
  },
  {
    what: 'is not known without the collector',
    panel: 'Serious known faults',
    past: { [`up${h}`]: always(1) },
    says: {},
  },
  { what: 'has no limit far above', panel: limit, refId: 'C', past: fdsPast(always(100)), says: {} },
  {
    what: 'has the limit near it',
    panel: limit,
    refId: 'C',
    past: fdsPast(always(300)),
    says: { [`dockerhost_daemon_max_fds${dockerd}`]: 1000 },
  },
];
