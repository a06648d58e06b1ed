import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { configOf } from '../../test/config/read.ts';
import { healthyDiagnosis, healthySnapshot } from '../../test/support/healthy.ts';
import { sampleCatalogue } from '../../test/support/sample-advisories.ts';
import { assessRisk } from '../advisories/evaluate.ts';
import { factsOf } from '../advisories/given-facts.ts';
import { catalogueOf } from '../catalogue/catalogue.ts';
import { CatalogueError } from '../catalogue/problem.ts';
import type { Look } from '../model/diagnosis.ts';
import { advise } from './advise.ts';
import { type Assembly, assemble } from './assemble.ts';
import { leave } from './leave.ts';
import { print } from './print.ts';

vi.mock('../catalogue/catalogue.ts');
vi.mock('./assemble.ts');
vi.mock('./leave.ts');
vi.mock('./print.ts');

const closeEngine = vi.fn();

/** This host has aufs and Engine 1.9.1. */
const risk = assessRisk(sampleCatalogue, factsOf({ storage_driver: 'aufs', engine_version: '1.9.1' }, '2026-11-22'));

const thisHost = {
  host: { name: 'the reading thread' },
  engine: { close: closeEngine },
  watch: {
    look: async (): Promise<Look> => ({ snapshot: healthySnapshot, diagnosis: { ...healthyDiagnosis, risk } }),
  },
} as unknown as Assembly;

beforeEach(() => {
  vi.mocked(catalogueOf).mockResolvedValue(sampleCatalogue);
  vi.mocked(assemble).mockReturnValue(thisHost);
});

afterEach(() => {
  process.exitCode = undefined;
  vi.resetAllMocks();
});

const run = (line: string) => advise(configOf(`advise ${line}`), '1.2.3');
const printed = (): string => vi.mocked(print).mock.calls.join('');

describe('a host that flags describe', () => {
  it.each([
    ['--storage-driver=aufs', 2],
    ['--storage-driver=aufs --no-this-host', 2],
    ['--storage-driver=vfs', 1],
    ['--engine-version=nonsense', 1],
    ['--storage-driver=vfs --engine-version=28.0.0', 0],
    ['--storage-driver=vfs --advisory=aufs-high', 0],
  ])('%s: status %i, and nothing is looked at', async (line, status) => {
    await run(`${line} --path.procfs=/nowhere`);
    expect(process.exitCode).toBe(status);
    expect(printed()).toMatch(/^[A-Z]+: \d of \d advisor/);
    expect(assemble).not.toHaveBeenCalled();
    expect(leave).not.toHaveBeenCalled();
  });

  it('as JSON', async () => {
    await run('--storage-driver=aufs --output=json');
    expect(JSON.parse(printed())).toHaveLength(4);
  });
});

describe('this host', () => {
  it.each([
    ['', 2, 'EXPOSED: 3 of 4 advisories, 1 clear'],
    ['--date=2027-01-01', 2, 'EXPOSED: 3 of 4 advisories, 1 clear'],
    ['--this-host --engine-version=1.10.0', 2, 'EXPOSED: 2 of 4 advisories, 2 clear'],
    ['--this-host --engine-version=nonsense --advisory=engine-low', 1, 'UNKNOWN: 1 of 1 advisory'],
    ['--advisory=engine-high', 0, 'CLEAR: 1 of 1 advisory'],
  ])('%s: status %i', async (line, status, summary) => {
    await run(line);
    expect(printed().split('\n')[0]).toBe(summary);
    expect(leave).toHaveBeenCalledExactlyOnceWith(thisHost.host, status);
    expect(closeEngine).toHaveBeenCalledOnce();
  });

  it('is looked at without the inventory, and judged by the whole catalogue', async () => {
    await run('--advisory=engine-high');
    const [config, , , catalogue] = vi.mocked(assemble).mock.calls[0] ?? [];
    expect(config?.collectors).toMatchObject({ inventory: false, engine: true });
    expect(catalogue).toBe(sampleCatalogue);
  });

  it('is not looked at where its directories are not', async () => {
    await expect(run('--path.procfs=/nowhere')).rejects.toThrow('--path.procfs: expected a directory');
    expect(assemble).not.toHaveBeenCalled();
  });
});

describe('nothing is printed', () => {
  it('of advisories that are not there', async () => {
    await expect(run('--advisory=aufs-hihg')).rejects.toThrow('did you mean aufs-high?');
    expect(printed()).toBe('');
  });

  it('with advisories that make no sense', async () => {
    vi.mocked(catalogueOf).mockRejectedValue(new CatalogueError([{ file: '/etc/a/x.yaml', text: 'no advisory' }]));
    await expect(run('--advisories.dir=/etc/a --cpus=1')).rejects.toThrow('/etc/a/x.yaml: no advisory');
    expect(catalogueOf).toHaveBeenCalledWith('/etc/a');
    expect(printed()).toBe('');
  });
});
