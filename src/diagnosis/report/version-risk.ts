import type { Advisory, AdvisorySeverity } from '../../model/advisory.ts';
import type { Severity } from '../../model/report.ts';
import type { AlertFinding, Judge } from './finding.ts';
import { count, firstSentence, sentences } from './words.ts';

/** Advisories of these severities are told, as findings of those. */
const told: readonly (readonly [of: AdvisorySeverity, as: Severity])[] = [
  ['critical', 'warning'],
  ['high', 'info'],
];
/** So many are told with symptom and remedy; the rest by its name. */
const mostInFull = 3;

/** Faults that the versions and settings of this host are known to have, whether they have struck yet or not. */
export const judgeVersionRisk: Judge = (_, { risk }) => {
  const exposed = (risk?.verdicts ?? []).filter(({ verdict }) => verdict === 'exposed');
  return told.flatMap(([of, as]) => {
    const advisories = exposed.flatMap(({ advisory }) => (advisory.severity === of ? [advisory] : []));
    return advisories.length === 0 ? [] : [findingOf(advisories, of, as)];
  });
};

function findingOf(advisories: readonly Advisory[], of: AdvisorySeverity, severity: Severity): AlertFinding {
  const names = advisories.map(({ id, title }) => `${id} (${withoutStop(title)})`);
  const inFull = advisories.slice(0, mostInFull);
  return {
    alert: 'DockerHostVersionRisk',
    severity,
    summary: `the versions and settings of this host have ${count(advisories.length, 'known fault')} of ${of} severity: ${names.join('; ')}`,
    culprits: [],
    meaning: `It need not have struck yet. ${inFull.map(({ id, symptom }) => `With ${id}: ${firstSentence(symptom)}`).join(' ')}`,
    next: [
      ...inFull.map(({ id, remedy }) => `For ${id}: ${sentences(remedy)}`),
      ...(advisories.length > mostInFull ? ['`docker-host-exporter advise` tells what to do about the others.'] : []),
    ].join(' '),
  };
}

const withoutStop = (title: string): string => sentences(title).slice(0, -1);
