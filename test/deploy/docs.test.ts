import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import '../e2e/support/setup.ts';
import { scratchFolder } from '../e2e/support/scratch.ts';
import { needPromtool, promtool } from '../rules/support/promtool.ts';
import { root } from './support/configs.ts';
import { codeIn, commandIn, pages, pathsIn, yamlIn } from './support/pages.ts';
import { checkConfig, discover, summary } from './support/promtool.ts';
import { providerFiles } from './support/provisioning.ts';

const rulesName = 'docker-host.rules.yml';

beforeAll(() => {
  needPromtool();
});

/** Runs a command of a page where its files are copies. */
const shell = (folder: string, command: string): string =>
  execFileSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });

/** A folder as the page on Prometheus has it: a configuration, and the rules beside it. */
function beside(config: string): string {
  const folder = scratchFolder();
  copyFileSync(join(root, 'rules', rulesName), join(folder, rulesName));
  const path = join(folder, 'prometheus.yml');
  writeFileSync(path, config);
  return path;
}

const isThere = (path: string): boolean =>
  path.endsWith('/*.json') ? readdirSync(join(root, dirname(path))).length > 0 : existsSync(join(root, path));

describe.each(pages)('%s', (page) => {
  it('names files that are there', () => {
    expect(pathsIn(page).length).toBeGreaterThan(5);
    expect(pathsIn(page).filter((path) => !isThere(path))).toEqual([]);
  });
});

it('a path that is not there is told', () => {
  const text = 'See [a](../rules/none.yml), `deploy/none/`, /opt/docker-host-exporter/docs/none.md. And test/deploy.';
  expect(pathsIn('docs/a.md', text)).toEqual(['rules/none.yml', 'deploy/none/', 'docs/none.md', 'test/deploy']);
});

describe('docs/prometheus.md', () => {
  const page = 'docs/prometheus.md';
  const [own = '', second = '', role = '', ...others] = yamlIn(page);

  it('has as many blocks of YAML as are tried here', () => {
    expect([own, second, role].filter((block) => block !== '')).toHaveLength(3);
    expect(others).toEqual([]);
  });

  it('has a job that Prometheus takes, with the rules beside it', async () => {
    const { code, output } = await checkConfig(beside(own));
    expect({ code, output }).toEqual({ code: 0, output: expect.stringMatching(/SUCCESS: [1-9]\d* rules found/) });
  });

  it('has a second job whose hosts are of the first as well', async () => {
    const found = await discover(beside(second), 'docker-host-factory', 1);
    const address = 'docker-9.example:10063';
    expect(summary(found)).toEqual([[address, { job: 'docker-host', cluster: 'factory', instance: address }]]);
  });

  it('lets Prometheus list and watch nodes, and nothing else', () => {
    expect(parse(role)).toMatchObject({
      kind: 'ClusterRole',
      rules: [{ apiGroups: [''], resources: ['nodes'], verbs: ['get', 'list', 'watch'] }],
    });
  });

  it('makes a link of every runbook_url', async () => {
    const path = join(dirname(beside(own)), rulesName);
    shell(dirname(path), commandIn(page, 'sed -i'));
    const links = readFileSync(path, 'utf8').match(/runbook_url: .*/g) ?? [];
    expect(links.length).toBeGreaterThan(30);
    expect(links.filter((link) => !/^runbook_url: https:\/\/\S+\/docs\/runbooks\/\w+\.md$/.test(link))).toEqual([]);
    expect((await promtool(['check', 'rules', path])).code).toBe(0);
  });
});

describe('docs/grafana.md', () => {
  const page = 'docs/grafana.md';
  const dashboards = readdirSync(join(root, 'dashboards')).filter((name) => name.endsWith('.json'));

  interface Variable {
    readonly name: string;
    readonly query?: unknown;
  }
  const variablesOf = (path: string): readonly Variable[] =>
    (JSON.parse(readFileSync(path, 'utf8')) as { templating: { list: Variable[] } }).templating.list;

  it('has every variable of the dashboards', () => {
    const names = dashboards.flatMap((name) => variablesOf(join(root, 'dashboards', name)).map((each) => each.name));
    expect(names).toContain('runbook_base');
    expect([...new Set(names)].filter((name) => !codeIn(page).includes(name))).toEqual([]);
  });

  it('gives the runbooks an address, and changes nothing else', () => {
    const folder = scratchFolder();
    mkdirSync(join(folder, 'dashboards'));
    for (const name of dashboards) copyFileSync(join(root, 'dashboards', name), join(folder, 'dashboards', name));
    shell(folder, commandIn(page, `sed -i '/"name"`));
    expect(dashboards).toHaveLength(3);
    for (const name of dashboards) {
      const before = variablesOf(join(root, 'dashboards', name));
      const after = variablesOf(join(folder, 'dashboards', name));
      const query = expect.stringMatching(/^https:\/\/\S+\/$/) as string;
      expect(after).toEqual(before.map((each) => (each.name === 'runbook_base' ? { ...each, query } : each)));
    }
  });

  it('moves the path of the provider', () => {
    const source = join(root, 'deploy/grafana/provisioning/dashboards/docker-host.yml');
    const folder = scratchFolder();
    copyFileSync(source, join(folder, 'docker-host.yml'));
    const command = commandIn(page, "sed -i 's#/opt").replace('/etc/grafana/provisioning/dashboards/', '');
    shell(folder, command);
    const moved = readFileSync(join(folder, 'docker-host.yml'), 'utf8');
    expect(providerFiles.flatMap(({ providers }) => providers)).toHaveLength(1);
    expect(moved).toContain('path: /srv/docker-host-exporter/dashboards\n');
  });
});
