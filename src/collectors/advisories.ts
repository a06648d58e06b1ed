import { readingsOfFacts } from '../diagnosis/facts.ts';
import { advisorySeverities, lifeComponents, verdicts } from '../model/advisory.ts';
import type { RiskAssessment } from '../model/risk.ts';
import type { Collector, MetricSpec, Sample } from '../model/sample.ts';
import { byLabel, sample } from './samples.ts';

const judged =
  'Judged by /proc/version, cmdline, filesystems, stat and sys, /sys/module/aufs/version, /etc/os-release, the mounts, and the Engine’s last word in /info and /version; again when one of these facts or the day changes.';

const advisoryCount: MetricSpec = {
  name: 'dockerhost_advisories',
  type: 'gauge',
  help: `Advisories by their verdict on this host: exposed, possible (the evidence goes no further), unknown (a fact is missing or not understood) or clear. ${judged}`,
  labels: { verdict: verdicts },
};
const advisory: MetricSpec = {
  name: 'dockerhost_advisory',
  type: 'gauge',
  help: `1 for each advisory of which this host is not clear, by its id, that is the name of its file. ${judged}`,
  labels: {
    advisory: 'free',
    severity: advisorySeverities,
    verdict: verdicts.filter((verdict) => verdict !== 'clear'),
  },
};
const endOfLife: MetricSpec = {
  name: 'dockerhost_end_of_life_timestamp_seconds',
  type: 'gauge',
  help: 'Unix time at which the last day with regular fixes for the version of this component is over, by the tables that the exporter has and the versions of /proc/version, /etc/os-release, /info and /version. No sample where that is not known.',
  labels: { component: lifeComponents },
};

/** Which known faults this host's versions and settings have, and how long they get fixes. */
export const advisoriesCollector: Collector = {
  name: 'advisories',
  summary: 'known faults of the versions and settings of this host, and the end of their support',
  metrics: [advisoryCount, advisory, endOfLife],
  needs: ({ host }) => readingsOfFacts(host),
  collect: (_, { risk }) => (risk === undefined ? [] : samplesOf(risk)),
};

const samplesOf = ({ verdicts: all, endOfLife: ends }: RiskAssessment): readonly Sample[] => [
  ...byLabel(advisoryCount, 'verdict', verdicts, (verdict) => all.filter((each) => each.verdict === verdict).length),
  ...all.flatMap(({ advisory: { id, severity }, verdict }) =>
    verdict === 'clear' ? [] : sample(advisory, 1, { advisory: id, severity, verdict }),
  ),
  ...byLabel(endOfLife, 'component', lifeComponents, (component) => ends.get(component)),
];
