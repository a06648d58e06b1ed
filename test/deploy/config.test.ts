import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import '../e2e/support/setup.ts';
import { needPromtool } from '../rules/support/promtool.ts';
import {
  type ConfigName,
  configNames,
  configOf,
  parseConfig,
  pathOf,
  settingsOff,
  textOf,
  withSettingsOn,
} from './support/configs.ts';
import { checkConfig, copyOf, knowsKubernetes } from './support/promtool.ts';

/** Those that this promtool can check as they are. Of the Kubernetes one see discovery.test.ts, too. */
let known: readonly ConfigName[] = [];

beforeAll(async () => {
  needPromtool();
  known = (await knowsKubernetes()) ? configNames : configNames.filter((name) => name !== 'kubernetes');
});

/** Without the discovery, where promtool does not know it: the rest is checked all the same. */
function checkable(name: ConfigName, text = textOf(name)) {
  const config = parseConfig(text);
  if (known.includes(name)) return config;
  const scrape_configs = config.scrape_configs.map(({ kubernetes_sd_configs: _, ...job }) => job);
  return { ...config, scrape_configs };
}

describe.each(configNames)('%s.yml', (name) => {
  it('is taken by promtool, with its rules', async () => {
    const path = known.includes(name) ? pathOf(name) : copyOf(checkable(name), name);
    const { code, output } = await checkConfig(path);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/SUCCESS: [1-9]\d* rules found/) });
    expect(output).not.toMatch(/WARNING|FAILED/);
  });

  it('names rule files that are there', () => {
    const missing = configOf(name).rule_files.filter((path) => !existsSync(join(dirname(pathOf(name)), path)));
    expect(missing).toEqual([]);
  });

  it('is taken with the settings that are off switched on', async () => {
    const text = withSettingsOn(textOf(name));
    expect(settingsOff(textOf(name)).length).toBeGreaterThan(1);
    expect(settingsOff(text)).toEqual([]);
    const { code, output } = await checkConfig(copyOf(checkable(name, text), name));
    expect(code, output).toBe(0);
    expect(output).toContain('2 rule files found');
    expect(parseConfig(text).global.external_labels).toEqual({ cluster: expect.any(String) as string });
  });

  it('differs from prometheus.yml in how it finds the hosts alone', () => {
    const { scrape_configs: _, ...rest } = configOf(name);
    const { scrape_configs: __, ...expected } = configOf('prometheus');
    expect(rest).toEqual(expected);
  });
});

it('promtool tells of rules that are not there', async () => {
  const { code, output } = await checkConfig(copyOf({ ...configOf('prometheus'), rule_files: ['none.rules.yml'] }));
  expect(code).not.toBe(0);
  expect(output).toContain('none.rules.yml');
});
