import type { ProbeState } from '../../model/engine.ts';
import type { Reading } from '../../model/reading.ts';

/** How an Engine is not heard: by the state of a probe, or by the kind of what was read of its answer. */
export type Silence = Exclude<ProbeState | Reading<unknown>['kind'], 'ok'>;

const elsewhere =
  'it takes `--docker.host` with the address where the Engine listens, and in a container its socket mounted there';

const remedies: Readonly<Record<Silence, string>> = {
  timeout: 'it takes an Engine that answers in time',
  refused: elsewhere,
  absent: elsewhere,
  denied: "it takes the group of the socket for the exporter's user: `docker` with Docker's own packages",
  error: 'it takes an Engine that answers without errors: `journalctl -u docker -n 100` says why it does not',
  malformed: 'it takes an Engine at the address of `--docker.host`: what answers there makes no sense',
};

/** What it takes for the Engine to be heard. */
export const engineRemedy = (silence: Silence): string => remedies[silence];
