import { describe, expect, test } from 'vitest';
import { secondsOf } from '../../scripts/docs/promql-duration.ts';
import { fleetAlerts, hostAlerts, onHost, rules } from './support/alerts.ts';
import { alertNamesIn, config, configText, matcherOf, matchesAll, type Route } from './support/config.ts';

const childrenOf = ({ routes = [] }: Route): readonly Route[] => routes;
const below = (route: Route): readonly Route[] => [route, ...childrenOf(route).flatMap(below)];
const routes = below(config.route);
const matchersOf = ({ matchers = [] }: Route): readonly string[] => matchers;
const everyMatcher = [
  ...routes.flatMap(matchersOf),
  ...config.inhibit_rules.flatMap(({ source_matchers, target_matchers }) => [...source_matchers, ...target_matchers]),
];

test('every matcher has its value in double quotes, and a label that alerts have', () => {
  expect(everyMatcher.length).toBeGreaterThan(0);
  const known = [...hostAlerts, ...fleetAlerts].flatMap(({ labels }) => Object.keys(labels));
  const labels = everyMatcher.map((matcher) => matcherOf(matcher).label);
  expect(labels.filter((label) => ![...known, 'instance', 'cluster'].includes(label))).toEqual([]);
});

test('every name of an alert in a matcher is one of the rules', () => {
  const names = rules.alerts.map(({ alert }) => alert);
  const used = alertNamesIn(everyMatcher);
  expect(used.length).toBeGreaterThan(0);
  expect(used.filter((name) => !names.includes(name))).toEqual([]);
  const excluded = everyMatcher
    .map(matcherOf)
    .filter(({ label, operator }) => label === 'alertname' && operator === '!=');
  expect(excluded.filter(({ value }) => !names.includes(value))).toEqual([]);
});

test('every receiver is used, and every one that is used exists', () => {
  const used = new Set(routes.flatMap(({ receiver }) => receiver ?? []));
  expect([...used].sort()).toEqual(config.receivers.map(({ name }) => name).sort());
});

test('nothing leaves the machine', () => {
  const addresses = configText.match(/\w+:\/\/[^/\s]+/g) ?? [];
  expect(addresses.length).toBe(config.receivers.length);
  expect(addresses.filter((address) => address !== 'http://127.0.0.1:9095')).toEqual([]);
  const kinds = config.receivers.flatMap(({ name, ...kind }) => Object.keys(kind));
  expect(new Set(kinds)).toEqual(new Set(['webhook_configs']));
});

describe('no route is shadowed', () => {
  test('by an earlier one beside it that asks for less', () => {
    const shadowed = routes.flatMap((parent) =>
      childrenOf(parent).filter((later, index, siblings) =>
        siblings
          .slice(0, index)
          .some(
            (earlier) => !earlier.continue && matchersOf(earlier).every((each) => matchersOf(later).includes(each)),
          ),
      ),
    );
    expect(shadowed).toEqual([]);
  });

  test('every one but the default is taken by an alert of the rules', () => {
    const taken = new Set(sent.map((labels) => routeOf(config.route, labels)));
    expect(routes.slice(1).filter((route) => !taken.has(route))).toEqual([]);
  });
});

const sent = [
  ...hostAlerts.map((alert) => onHost(alert, { instance: 'docker-7:10063' })),
  ...fleetAlerts.map(({ labels }) => labels),
];

/** The first that matches, and below it the same again. */
function routeOf(route: Route, labels: Readonly<Record<string, string>>): Route {
  const child = childrenOf(route).find((each) => matchesAll(matchersOf(each), labels));
  return child === undefined ? route : routeOf(child, labels);
}

/** As Alertmanager keeps its log of what was sent unless told otherwise. */
const retention = secondsOf('120h');

interface Times {
  readonly interval: string;
  readonly repeat: string;
}

/** Routes take from above what they do not say themselves. */
function timesBelow(route: Route, above: Times): readonly Times[] {
  const own = { interval: route.group_interval ?? above.interval, repeat: route.repeat_interval ?? above.repeat };
  return [own, ...childrenOf(route).flatMap((child) => timesBelow(child, own))];
}

test('repetition is a multiple of the interval at which it is looked at, within the retention of the log', () => {
  const wrong = timesBelow(config.route, { interval: '5m', repeat: '4h' }).filter(({ interval, repeat }) => {
    const seconds = secondsOf(repeat);
    return seconds % secondsOf(interval) !== 0 || seconds > retention;
  });
  expect(wrong).toEqual([]);
});
