/** Metrics whose value is another one in every run; their series stay in the golden files. */
const volatile = [
  'dockerhost_collector_age_seconds',
  'dockerhost_collector_duration_seconds',
  'dockerhost_collector_last_success_timestamp_seconds',
  'dockerhost_engine_last_answer_timestamp_seconds',
  'dockerhost_engine_probe_duration_seconds',
  'dockerhost_exporter_event_loop_delay_seconds',
  'dockerhost_offender_first_seen_timestamp_seconds',
];

/** Metrics of which the machine that runs the test decides whether they are there at all. */
const ofThisMachine = ['dockerhost_data_root_available_bytes', 'dockerhost_data_root_size_bytes'];

/** Makes the exposition of two runs the same text, without hiding a series. */
export function normalise(exposition: string): string {
  const lines = exposition
    .split('\n')
    .filter((line) => line !== '' && !ofThisMachine.some((metric) => line.includes(metric)))
    .map((line) => (volatile.some((metric) => line.startsWith(metric)) ? line.replace(/ \S+$/, ' 0') : line))
    .map((line) => line.replace(/node_version="[^"]*"/, 'node_version="v0.0.0"'));
  return `${lines.join('\n')}\n`;
}
