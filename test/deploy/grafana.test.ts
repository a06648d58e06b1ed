import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configNames, configOf, jobOf, root } from './support/configs.ts';
import { installed } from './support/pages.ts';
import { dataSourceFiles, problemsOf, providerFiles, repeated } from './support/provisioning.ts';

const sources = dataSourceFiles.flatMap(({ datasources }) => datasources);
const providers = providerFiles.flatMap((file) => file.providers);

interface Dashboard {
  readonly uid: string;
  readonly templating: {
    readonly list: readonly { readonly name: string; readonly type: string; readonly query: unknown }[];
  };
}

const dashboardPaths = ['exporter.json', 'fleet.json', 'host.json'];

/** What Grafana finds below a folder: every JSON file, however deep. Packages are never a part of what is shipped. */
const jsonBelow = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json') && !path.split('/').includes('node_modules'))
    .sort();
const dashboardText = (path: string): string => readFileSync(join(root, 'dashboards', path), 'utf8');

describe('data source', () => {
  it('has what Grafana needs, and nothing that it does not know', () => {
    expect(dataSourceFiles.flatMap((file) => problemsOf('datasources', file))).toEqual([]);
    expect(sources).toHaveLength(1);
  });

  it('has a name and a uid of its own', () => {
    expect(repeated(sources.map(({ uid }) => uid))).toEqual([]);
    expect(repeated(sources.map(({ name }) => name))).toEqual([]);
    expect(sources.map(({ name }) => name.toLowerCase())).not.toContain('prometheus');
  });

  it('is no default beside one that may be there', () => {
    expect(sources.filter(({ isDefault }) => isDefault)).toEqual([]);
  });

  it('knows how often Prometheus scrapes', () => {
    const intervals = configNames.map((name) => jobOf(configOf(name)).scrape_interval);
    expect(new Set([...intervals, ...sources.map(({ jsonData }) => jsonData.timeInterval)])).toEqual(new Set(['15s']));
  });

  it('is the Prometheus of this machine', () => {
    expect(sources.map(({ url }) => url)).toEqual(['http://127.0.0.1:9090']);
  });
});

describe('provider of dashboards', () => {
  it('has what Grafana needs, and nothing that it does not know', () => {
    expect(providerFiles.flatMap((file) => problemsOf('dashboards', file))).toEqual([]);
    expect(providers).toHaveLength(1);
  });

  it('has a name and a folder of its own', () => {
    expect(repeated(providers.map(({ name }) => name))).toEqual([]);
    expect(repeated(providers.map(({ folderUid }) => folderUid))).toEqual([]);
  });

  it('looks into the folder of the repository that has the three dashboards and no other JSON', () => {
    const folders = providers.map(({ options }) => relative(installed, options.path));
    expect(folders).toEqual(['dashboards']);
    expect(folders.filter((folder) => !existsSync(join(root, folder)))).toEqual([]);
    expect(folders.map(jsonBelow)).toEqual([dashboardPaths]);
  });
});

describe.each(dashboardPaths)('dashboards/%s', (path) => {
  const { templating, uid } = JSON.parse(dashboardText(path)) as Dashboard;

  it('names no data source, and lets one choose among those of the type that is provisioned', () => {
    for (const source of sources) expect(dashboardText(path)).not.toContain(source.uid);
    const variables = templating.list.filter(({ type }) => type === 'datasource');
    expect(variables.map(({ query }) => query)).toEqual(sources.map(({ type }) => type));
  });

  it('has a uid that no folder has', () => {
    expect(uid).toMatch(/^[a-zA-Z0-9_-]{1,40}$/);
    expect(providers.map(({ folderUid }) => folderUid)).not.toContain(uid);
  });
});

describe('the check of files', () => {
  const [file] = dataSourceFiles;
  const [provided] = providerFiles;

  it('tells of a field that is misspelt', () => {
    const { prune, ...rest } = file ?? { prune: true };
    expect(problemsOf('datasources', { ...rest, pruned: prune })).toHaveLength(2);
  });

  it('tells of a path that is relative, or empty of it', () => {
    const [provider] = provided?.providers ?? [];
    const withPath = (options: object) => ({ ...provided, providers: [{ ...provider, options }] });
    const options = { foldersFromFilesStructure: false };
    expect(problemsOf('dashboards', withPath({ ...options, path: 'dashboards' }))).toHaveLength(1);
    expect(problemsOf('dashboards', withPath(options))).toHaveLength(1);
    expect(problemsOf('dashboards', withPath({ ...options, path: '/opt/dashboards' }))).toEqual([]);
  });

  it('tells of an interval without a unit, and of a name that is there twice', () => {
    const datasources = sources.map((source) => ({ ...source, jsonData: { ...source.jsonData, timeInterval: '15' } }));
    expect(problemsOf('datasources', { ...file, datasources })).toHaveLength(1);
    expect(repeated(['a', 'b', 'a'])).toEqual(['a']);
  });
});
