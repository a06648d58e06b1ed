import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flagTableOfCollectors } from '../docs/declared.ts';
import { rules } from '../rules/support/rule-files.ts';
import { configNames, configOf, jobOf, root, settingsOff, targetsText, textOf } from './support/configs.ts';

const flags = flagTableOfCollectors();
const port = flags['web.listen-address'].default.replace(':', '');
const jobsOfRules = [
  ...new Set(rules.flatMap(({ expr }) => [...expr.matchAll(/\bjob="([^"]*)"/g)].map(([, job]) => job))),
];

/** Text that has an effect. */
const active = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !/^ *#/.test(line))
    .join('\n');

describe.each(configNames)('%s.yml', (name) => {
  const config = configOf(name);
  const job = jobOf(config);

  it('calls the job as the rules do', () => {
    expect(jobsOfRules).toEqual([job.job_name]);
    expect(job.relabel_configs?.map((rule) => rule.target_label) ?? []).not.toContain('job');
  });

  it('scrapes the port and the path at which the exporter serves by default', () => {
    const ports = [...active(textOf(name)).matchAll(/\$1:(\d+)|port: (\d+)/g)].map(([, a, b]) => a ?? b);
    const ofTargets = job.static_configs?.flatMap(({ targets }) => targets.map((target) => target.split(':')[1])) ?? [];
    expect([...new Set([...ports, ...ofTargets])]).toEqual([port]);
    expect(job.metrics_path ?? '/metrics').toBe(flags['web.telemetry-path'].default);
    expect(job.scheme ?? 'http').toBe('http');
  });

  it('scrapes as often as ghosts and orphans need', () => {
    expect(job.scrape_interval).toBe('15s');
    expect(config.global.scrape_interval).toBe(job.scrape_interval);
  });

  it('sends alerts to where docs/alertmanager.md starts Alertmanager', () => {
    const page = readFileSync(join(root, 'docs/alertmanager.md'), 'utf8');
    const [, address] = /--web\.listen-address=(\S+)/.exec(page) ?? [];
    const targets = config.alerting.alertmanagers.flatMap((each) =>
      each.static_configs.flatMap((group) => group.targets),
    );
    expect(targets).toEqual([address]);
  });

  it('talks to this machine alone as long as nothing is switched on', () => {
    const addresses = active(textOf(name)).match(/\b(?!127\.0\.0\.1\b)\d+\.\d+\.\d+\.\d+\b|\w+\.example\b|https?:\S+/g);
    expect(addresses).toBeNull();
  });
});

it('the list of targets has this machine, and others only as settings that are off', () => {
  expect(active(targetsText).match(/'[^']+'/g)).toEqual(["'127.0.0.1'"]);
  expect(settingsOff(targetsText).length).toBeGreaterThan(2);
});
