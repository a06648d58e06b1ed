import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import '../e2e/support/setup.ts';
import { needPromtool } from '../rules/support/promtool.ts';
import {
  configOf,
  jobOf,
  type PrometheusConfig,
  parseConfig,
  pathOf,
  type ScrapeConfig,
  targetsText,
  textOf,
  withSettingsOn,
} from './support/configs.ts';
import { type SwarmNode, startManager } from './support/engine.ts';
import { copyOf, discover, type Labels, summary } from './support/promtool.ts';

const job = 'docker-host';
const host = (instance: string, more: Labels = {}): Labels => ({ instance, job, ...more });

beforeAll(() => {
  needPromtool();
});

/** The file with its job changed. */
const withJob = (config: PrometheusConfig, change: Partial<ScrapeConfig>): PrometheusConfig => ({
  ...config,
  scrape_configs: [{ ...jobOf(config), ...change }],
});

it('prometheus.yml finds this host, and calls it as it is told to', async () => {
  const address = '127.0.0.1:10063';
  expect(summary(await discover(pathOf('prometheus'), job, 1))).toEqual([[address, host(address)]]);
  const path = copyOf(parseConfig(withSettingsOn(textOf('prometheus'))));
  expect(summary(await discover(path, job, 1))).toEqual([[address, host('docker-7')]]);
});

describe('file-sd.yml', () => {
  it('finds what is listed in the file beside it', async () => {
    expect(summary(await discover(pathOf('file-sd'), job, 1))).toEqual([['127.0.0.1:10063', host('127.0.0.1')]]);
  });

  it('takes hosts with and without a port, clusters by group, and names of one’s own', async () => {
    const path = copyOf(configOf('file-sd'), 'file-sd');
    mkdirSync(join(dirname(path), 'targets'));
    writeFileSync(join(dirname(path), 'targets/docker-hosts.yml'), withSettingsOn(targetsText));
    expect(summary(await discover(path, job, 4))).toEqual([
      ['127.0.0.1:10063', host('127.0.0.1', { cluster: 'office' })],
      ['[2001:db8::9]:10063', host('docker-9', { cluster: 'factory' })],
      ['docker-7.example:10063', host('docker-7.example', { cluster: 'factory' })],
      ['docker-8.example:10163', host('docker-8.example', { cluster: 'factory' })],
    ]);
  });
});

describe('dockerswarm.yml', () => {
  const nodes: readonly SwarmNode[] = [
    // The manager that is asked says 0.0.0.0 of itself.
    { hostname: 'docker-1', address: '0.0.0.0', manager: '192.0.2.1:2377' },
    { hostname: 'docker-2', address: '192.0.2.2' },
    { hostname: 'docker-3', address: '2001:db8::3', state: 'down' },
    { hostname: 'other', address: '192.0.2.4', os: 'windows' },
  ];
  const found = (prefix = '', more: Labels = {}) => [
    ['192.0.2.1:10063', host(`${prefix}docker-1`, more)],
    ['192.0.2.2:10063', host(`${prefix}docker-2`, more)],
    ['[2001:db8::3]:10063', host(`${prefix}docker-3`, more)],
  ];

  async function nodesBy(text: string) {
    const config = parseConfig(text);
    const address = await startManager(nodes);
    const dockerswarm_sd_configs = jobOf(config).dockerswarm_sd_configs?.map((each) => ({ ...each, host: address }));
    if (dockerswarm_sd_configs === undefined) throw new Error('expected dockerswarm_sd_configs');
    const path = copyOf(withJob(config, { dockerswarm_sd_configs }));
    return summary(await discover(path, job, nodes.length));
  }

  it('finds the nodes, those that are down too, by addresses that others reach them at', async () => {
    expect(await nodesBy(textOf('dockerswarm'))).toEqual(found());
  });

  it('says which swarm, when told to, and gives hosts names that no other swarm has', async () => {
    expect(await nodesBy(withSettingsOn(textOf('dockerswarm')))).toEqual(found('office/', { cluster: 'office' }));
  });

  it('asks the Engine of this machine', () => {
    const discovery = jobOf(configOf('dockerswarm')).dockerswarm_sd_configs;
    expect(discovery).toEqual([{ host: 'unix:///var/run/docker.sock', role: 'nodes', port: 10_063 }]);
  });
});

/**
 * Debian's promtool is built without this discovery. A file stands in for it: it gives the labels that Prometheus
 * documents for the role `node`, and the relabelling is the real one.
 */
describe('kubernetes.yml', () => {
  const node = (name: string, address: string, labels: Labels) => ({
    targets: [`${address}:10250`],
    labels: {
      instance: name,
      __meta_kubernetes_node_name: name,
      __meta_kubernetes_node_address_InternalIP: address,
      ...Object.fromEntries(
        Object.entries(labels).map(([label, value]) => [`__meta_kubernetes_node_label_${label}`, value]),
      ),
    },
  });
  const nodes = [
    node('docker-1', '192.0.2.1', { kubernetes_io_os: 'linux', docker_host: 'true' }),
    node('docker-2', '[2001:db8::2]', { kubernetes_io_os: 'linux', docker_host: 'true' }),
    node('containerd-3', '192.0.2.3', { kubernetes_io_os: 'linux' }),
    node('other', '192.0.2.4', { kubernetes_io_os: 'windows', docker_host: 'true' }),
  ];

  async function nodesBy(text: string) {
    const { scrape_configs, ...config } = parseConfig(text);
    const [{ kubernetes_sd_configs: _, ...rest }] = scrape_configs as [ScrapeConfig];
    const path = copyOf({ ...config, scrape_configs: [{ ...rest, file_sd_configs: [{ files: ['nodes.json'] }] }] });
    writeFileSync(join(dirname(path), 'nodes.json'), JSON.stringify(nodes));
    return summary(await discover(path, job, nodes.length));
  }

  it('finds the exporters of Linux nodes', async () => {
    expect(await nodesBy(textOf('kubernetes'))).toEqual([
      ['192.0.2.1:10063', host('docker-1')],
      ['192.0.2.3:10063', host('containerd-3')],
      ['[2001:db8::2]:10063', host('docker-2')],
    ]);
  });

  it('finds those of labelled nodes only, and says which cluster in their names too, when told to', async () => {
    expect(await nodesBy(withSettingsOn(textOf('kubernetes')))).toEqual([
      ['192.0.2.1:10063', host('office/docker-1', { cluster: 'office' })],
      ['[2001:db8::2]:10063', host('office/docker-2', { cluster: 'office' })],
    ]);
  });

  it('looks for nodes of the cluster in which Prometheus runs', () => {
    expect(jobOf(configOf('kubernetes')).kubernetes_sd_configs).toEqual([{ role: 'node' }]);
  });
});
