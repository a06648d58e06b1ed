import { describe, expect, it } from 'vitest';
import { onEngine, sampleAdvisory, sampleCatalogue } from '../../test/support/sample-advisories.ts';
import { factsOf } from '../advisories/given-facts.ts';
import type { Advisory, GivenFacts } from '../model/advisory.ts';
import { denied, ok } from '../model/reading.ts';
import { type Advice, adviceOf } from './advise-answer.ts';
import { chosenFrom } from './advise-choice.ts';
import { adviceTable } from './advise-table.ts';

const today = '2026-11-22';
const plain = { width: 80, hasColour: false };
const escapeCode = '\u001b';

function advise(given: GivenFacts, advisories: readonly string[] = [], catalogue = sampleCatalogue): Advice {
  return adviceOf(chosenFrom(catalogue, advisories), factsOf(given, today), { given, advisories, thisHost: false });
}

const catalogueOf = (...advisories: readonly Advisory[]) => ({ advisories, endOfLife: [] });

it('has a line that says it all, the facts, what strikes in full, and the rest on a line each', () => {
  expect(
    adviceTable(advise({ storage_driver: 'aufs', engine_version: '20.10.24', cpus: 2 }), plain),
  ).toMatchInlineSnapshot(`
    "EXPOSED: 2 of 4 advisories, 2 clear

    FACTS
      storage driver  aufs
      engine version  20.10.24
      cpus            2
      date            2026-11-22
      not given       --kernel-release, --kernel-version, --distribution,
                      --aufs-version, --driver-status, --containerd-version,
                      --runc-version, --cgroup-version, --kernel-command-line,
                      --swap-limit, --sysctl

    EXPOSED aufs-critical (critical): What aufs-critical is about
      why         storage driver aufs
      symptom     It hangs.
      remedy      Move on.
      references  https://example.org/aufs-critical
      confidence  high; compared with its sources on 2026-11-22

    EXPOSED aufs-high (high): What aufs-high is about
      why         storage driver aufs
      symptom     It hangs.
      remedy      Move on.
      references  https://example.org/aufs-high
      confidence  high; compared with its sources on 2026-11-22

    CLEAR
      engine-high  Engine 20.10.24: fixed in 20.10.5
      engine-low   Engine 20.10.24: fixed in 1.10.0
    "
  `);
});

it('tells in full of the advisories that are asked about, whatever their verdict', () => {
  const text = adviceTable(advise({ engine_version: 'master-1234' }, ['engine-low']), plain);
  expect(text).toMatchInlineSnapshot(`
    "UNKNOWN: 1 of 1 advisory

    FACTS
      engine version  master-1234
      date            2026-11-22
      not given       --kernel-release, --kernel-version, --distribution,
                      --aufs-version, --storage-driver, --driver-status,
                      --containerd-version, --runc-version, --cpus,
                      --cgroup-version, --kernel-command-line, --swap-limit,
                      --sysctl

    UNKNOWN engine-low (low): What engine-low is about
      why         Engine "master-1234" is not understood, expected a version such as
                  20.10.24
      symptom     It hangs.
      remedy      Move on.
      references  https://example.org/engine-low
      confidence  high; compared with its sources on 2026-11-22
    "
  `);
});

describe('the first line', () => {
  const firstLine = (advice: Advice) => adviceTable(advice, plain).split('\n')[0];

  it.each<[GivenFacts, string]>([
    [{ storage_driver: 'aufs', engine_version: '1.9.1' }, 'EXPOSED: 3 of 4 advisories, 1 clear'],
    [{ storage_driver: 'aufs', engine_version: '1.9.1-rhel' }, 'EXPOSED: 2 of 4 advisories, 1 possible, 1 clear'],
    [{ storage_driver: 'vfs', engine_version: '1.9.1-rhel' }, 'POSSIBLE: 1 of 4 advisories, 3 clear'],
    [{ storage_driver: 'vfs' }, 'UNKNOWN: 2 of 4 advisories, 2 clear'],
    [{ storage_driver: 'vfs', engine_version: '28.0.0' }, 'CLEAR: 4 of 4 advisories'],
  ])('%j', (given, line) => expect(firstLine(advise(given))).toBe(line));

  it('of one, and of none', () => {
    expect(firstLine(advise({ storage_driver: 'vfs' }, ['aufs-high']))).toBe('CLEAR: 1 of 1 advisory');
    expect(firstLine(advise({}, [], catalogueOf()))).toBe('CLEAR: 0 of 0 advisories');
  });
});

it('stays within the width of the screen', () => {
  const wordy = { title: 'word '.repeat(60).trim(), remedy: 'remedy '.repeat(60).trim() };
  const advice = advise({ storage_driver: 'aufs' }, [], catalogueOf(sampleAdvisory('wordy', wordy)));
  for (const width of [80, 120]) {
    const lines = adviceTable(advice, { ...plain, width }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(width - 20);
  }
});

it('has colours only where they are wanted, and the same text', () => {
  const advice = advise({ storage_driver: 'aufs', engine_version: '28.0.0' });
  const coloured = adviceTable(advice, { ...plain, hasColour: true });
  expect(coloured).toContain(`${escapeCode}[31mEXPOSED`);
  const bare = coloured.replaceAll(new RegExp(`${escapeCode}\\[\\d+m`, 'g'), '');
  expect(bare).toBe(adviceTable(advice, plain));
});

it('nothing of a host or an advisory steers the terminal, wherever it stands', () => {
  const evil = `${escapeCode}[2J\u009b2J\u202e`;
  const texts = { title: evil, symptom: evil, remedy: evil, references: [evil], checked: evil };
  const catalogue = catalogueOf(
    sampleAdvisory(evil, texts),
    sampleAdvisory(`clear ${evil}`, { ...texts, ...onEngine('1.0.0', '1.1.0') }),
    sampleAdvisory(`unknown ${evil}`, { ...texts, exposed: { sysctl: { name: evil, equals: evil } } }),
  );
  const given = {
    storage_driver: 'aufs',
    kernel_release: evil,
    driver_status: { [evil]: evil },
    sysctl: { [evil]: '1' },
  };
  const facts = { ...factsOf(given, today), runcVersion: denied(evil), filesystems: ok([evil]) };
  for (const thisHost of [false, true]) {
    const text = adviceTable(adviceOf(catalogue, facts, { given, advisories: [], thisHost }), plain);
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  }
});

it('tells once what many have in common', () => {
  const catalogue = catalogueOf(
    ...['one', 'two', 'three'].map((id) => sampleAdvisory(id)),
    sampleAdvisory('other', onEngine('1.8.0', '1.10.0')),
  );
  const text = adviceTable(advise({}, [], catalogue), plain);
  expect(text).toContain(
    [
      'UNKNOWN',
      '  3 advisories  storage driver not known: not given',
      '                one, two, three',
      '  other         Engine version not known: not given',
    ].join('\n'),
  );
});

it('cuts what goes on for pages', () => {
  const facts = { ...factsOf({}, today), kernelCommandLine: ok('x '.repeat(50_000)) };
  const advice = adviceOf(sampleCatalogue, facts, { given: {}, advisories: [], thisHost: true });
  expect(adviceTable(advice, plain).length).toBeLessThan(5000);
});
