import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AlertingRule, loadRules } from '../../../scripts/docs/rule-files.ts';
import { type AlertName, alertLimits, type Limits, limitsOf, stepsOf } from './limits.ts';
import { comparedIn, numbersIn } from './rule-numbers.ts';
import { ruleThresholds } from './thresholds.ts';

const { alerts } = loadRules(join(import.meta.dirname, '../../../rules'));
const shown = alerts.filter(({ alert }) => alert !== 'Watchdog');
const keyOf = ({ alert, severity }: AlertingRule): string => `${alert}/${severity}`;

/** What is drawn for the rule; undefined where nothing is. */
const drawn = ({ alert, severity }: AlertingRule): number | undefined =>
  (alertLimits[alert as AlertName] as Limits)[severity as 'info' | 'warning' | 'critical'];

it('every alert has an entry, and there are no others', () => {
  expect(Object.keys(alertLimits).sort()).toEqual([...new Set(shown.map(({ alert }) => alert))].sort());
});

it('a limit belongs to a severity that its alert has', () => {
  const limits = Object.entries(alertLimits as Readonly<Record<string, Limits>>);
  const keys = limits.flatMap(([alert, { below: _, ...of }]) =>
    Object.keys(of).map((severity) => `${alert}/${severity}`),
  );
  expect(keys.filter((key) => !shown.map(keyOf).includes(key))).toEqual([]);
});

/** The rules that compare with a number and of which no line is drawn. */
const undrawn = [
  'DockerdCpuSpin/critical', // the line of the ticket: the page is the same thread while the Engine hangs
];

describe.each(shown.map((rule) => [keyOf(rule), rule] as const))('%s', (key, rule) => {
  it('is drawn where the rule has its number', () => {
    const numbers = rule.expr.includes('predict_linear') ? numbersIn(rule.expr) : comparedIn(rule.expr);
    const line = drawn(rule);
    if (line !== undefined) expect(numbers).toContain(line);
    else if (!undrawn.includes(key)) expect(numbers).toEqual([]);
  });
});

/** The numbers of ruleThresholds by the rule that has them, so that none is there for nothing. */
const homes: Readonly<Record<keyof typeof ruleThresholds, readonly AlertName[]>> = {
  engineSlowSeconds: ['DockerEngineSlow'],
  restarts: ['DockerdRestarting'],
  predictedSeconds: ['DockerdFdsExhaustionPredicted', 'DockerThinPoolFillingUp'],
  predictedFromFds: ['DockerdFdsExhaustionPredicted'],
  predictedFromPool: ['DockerThinPoolFillingUp'],
  zombiesGained: ['DockerHostZombiesGrowing'],
  devicemapperThreadsGained: ['DockerHostDevicemapperThreadsGrowing'],
  devicemapperThreadsPerDevice: ['DockerHostDevicemapperThreadsGrowing'],
  danglingImages: ['DockerHostImagesPilingUp'],
  unusedVolumes: ['DockerHostVolumesPilingUp'],
  reclaimableShare: ['DockerHostReclaimableSpace'],
  freeShare: ['DockerHostReclaimableSpace'],
  fleetResidueShare: ['DockerHostFleetResidue'],
  fleetHosts: ['DockerHostFleetResidue'],
  collectorAgeSeconds: ['DockerHostCollectorStale'],
  scrapeSeconds: ['DockerHostScrapeSlow'],
};

const cases = Object.entries(homes).flatMap(([name, of]) => of.map((alert) => [name, alert] as const));

it.each(cases)('%s is a number of %s', (name, alert) => {
  const value = ruleThresholds[name as keyof typeof ruleThresholds];
  const numbers = shown.filter((rule) => rule.alert === alert).flatMap(({ expr }) => numbersIn(expr));
  expect(numbers).toEqual(expect.arrayContaining(typeof value === 'number' ? [value] : Object.values(value)));
});

it('takes the limits of the first alert that has any', () => {
  expect(limitsOf(['DockerEngineDown', 'DockerdFdsNearLimit', 'DockerHostZombies'])).toEqual({
    warning: 0.8,
    critical: 0.95,
  });
  expect(limitsOf(['DockerEngineDown'])).toEqual({});
});

it('makes steps that go upwards, also where less is worse', () => {
  expect(stepsOf({ info: 1, critical: 3 }).build().steps).toEqual([
    { value: null, color: 'green' },
    { value: 1, color: 'blue' },
    { value: 3, color: 'red' },
  ]);
  expect(stepsOf({ warning: 20, critical: 10, below: true }).build().steps).toEqual([
    { value: null, color: 'red' },
    { value: 10, color: 'orange' },
    { value: 20, color: 'green' },
  ]);
});
