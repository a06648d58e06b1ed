/** What the exporters take from their hosts. */
import { highest } from '../fleet/joins.ts';
import { timeSeries } from '../lib/panels.ts';
import { range } from '../lib/queries.ts';
import { units } from '../lib/units.ts';
import { exporters, ofRunning } from './select.ts';

const notShown = 'Not exposed: --web.disable-exporter-metrics';

/** Every program has this one, so that exporters have to be chosen among all that have it. */
const seconds = exporters('process_cpu_seconds_total');
const cpuTop = `topk(10, ${ofRunning(`rate(${seconds}[$__range] @ end())`)})`;

const cpu = () =>
  timeSeries({
    title: 'CPU, top 10',
    shows: 'CPU time of the exporter by second, in cores.',
    normal: 'thousandths of a core, and a few hundredths on hosts with tens of thousands of processes.',
    act: 'scrape less often, or switch off collectors that nobody needs.',
    queries: [range(`rate(${seconds}[$__rate_interval]) and on (cluster, job, instance) ${cpuTop}`, '{{instance}}')],
    coarse: true,
    unit: units.cores,
    empty: notShown,
    width: 12,
  });

const memory = () =>
  timeSeries({
    title: 'Memory, top 10',
    shows: 'Resident memory of the exporter.',
    normal: 'around 100 MiB, and level after an hour.',
    act: 'restart an exporter whose memory only ever grows, and report it with a heap profile.',
    queries: [range(highest(10, exporters('process_resident_memory_bytes'), [], ofRunning), '{{instance}}')],
    coarse: true,
    unit: units.bytes,
    empty: notShown,
    width: 12,
  });

const delay = () =>
  timeSeries({
    title: 'Delay of the event loop, top 10',
    shows: 'The 99th percentile of the delay of the event loop since the scrape before.',
    normal: 'milliseconds to a few tens of them.',
    act: 'a delay of seconds is a host without CPU to spare: other numbers of it are late, too.',
    queries: [range(highest(10, exporters('dockerhost_exporter_event_loop_delay_seconds')), '{{instance}}')],
    coarse: true,
    unit: units.seconds,
    empty: 'No exporter',
    width: 12,
  });

const pressure = () =>
  timeSeries({
    title: 'Exporters under pressure',
    shows: 'Exporters that are short of something themselves, and serve their last good answer again.',
    normal: '0.',
    act: 'give the exporter more CPU or memory; what it shows is older than it looks until then.',
    queries: [range(`sum by (reason) (${exporters('dockerhost_exporter_under_pressure')})`, '{{reason}}')],
    unit: units.count,
    decimals: 0,
    limits: { warning: 1 },
    empty: 'No exporter',
    width: 12,
  });

export const cost = () => [cpu(), memory(), delay(), pressure()];
