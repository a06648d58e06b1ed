import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../model/reading.ts';
import { parseHumanBytes } from './bytes.ts';
import { parsePids } from './cgroup-procs.ts';
import { parseCgroupStat } from './cgroup-stat.ts';
import { parseCgroups } from './cgroups.ts';
import { parseContainerList } from './engine-containers.ts';
import { parseDiskUsage } from './engine-disk-usage.ts';
import { parseImages } from './engine-images.ts';
import { parseEngineInfo } from './engine-info.ts';
import { parseContainerInspect } from './engine-inspect.ts';
import { parseEngineVersion } from './engine-version.ts';
import { parseVolumes } from './engine-volumes.ts';
import { parseFilesystems } from './filesystems.ts';
import { parseKernelStat } from './kernel-stat.ts';
import { parseKernelVersion } from './kernel-version.ts';
import { parseMaxOpenFiles } from './limits.ts';
import { parseLoadAverage } from './loadavg.ts';
import { parseMeminfo } from './meminfo.ts';
import { parseMountinfo } from './mountinfo.ts';
import { parseDistribution } from './os-release.ts';
import { parsePidfile } from './pidfile.ts';
import { parseRootMounts } from './root-mounts.ts';
import { parseSingleNumber } from './single-number.ts';
import { parseSystemdService } from './systemd-service.ts';
import { parseVmSwap } from './vm-swap.ts';

interface Case {
  readonly parse: (text: string) => Reading<unknown>;
  readonly good: string;
  /** An empty file is a good answer: nothing there. */
  readonly emptyIsGood?: true;
}

const cases: Readonly<Record<string, Case>> = {
  parseLoadAverage: { parse: parseLoadAverage, good: '0.95 0.36 0.13 1/173 1052\n' },
  parseMeminfo: {
    parse: parseMeminfo,
    good: 'MemTotal:        3041252 kB\nMemAvailable:    2746504 kB\nSwapTotal:             0 kB\nSwapFree:              0 kB\n',
  },
  parseKernelStat: { parse: parseKernelStat, good: 'cpu  1 2\ncpu0 1 2\nintr 5 0 0\nbtime 1795351141\n' },
  parseKernelVersion: {
    parse: parseKernelVersion,
    good: 'Linux version 6.1.0-50-amd64 (a@b) (gcc-12 (Debian 12.2.0-14) 12.2.0) #1 SMP Debian 6.1.176-1 (2026-07-02)\n',
  },
  parseMaxOpenFiles: {
    parse: parseMaxOpenFiles,
    good: 'Max open files            1024                 4096                 files     \n',
  },
  parseSingleNumber: { parse: parseSingleNumber, good: '4194304\n' },
  parsePidfile: { parse: parsePidfile, good: '184' },
  parseDistribution: { parse: parseDistribution, good: 'ID=debian\nVERSION_ID="12"\n' },
  parseCgroupStat: { parse: parseCgroupStat, good: 'nr_descendants 5\nnr_dying_descendants 3\n' },
  parseCgroups: { parse: parseCgroups, good: '#subsys_name\thierarchy\tnum_cgroups\tenabled\nmemory\t4\t10\t1\n' },
  parsePids: { parse: parsePids, good: '759\n788\n', emptyIsGood: true },
  parseMountinfo: {
    parse: parseMountinfo,
    good: '73 34 253:4 / /mnt/a\\040b rw,relatime shared:5 - ext4 /dev/vda rw,stripe=16\n',
    emptyIsGood: true,
  },
  parseRootMounts: {
    parse: parseRootMounts,
    good: '73 34 0:50 / /mnt/a\\040b rw,relatime shared:5 - aufs none rw,si=1a2b\n22 27 0:21 / /proc rw - proc proc rw\n',
    emptyIsGood: true,
  },
  parseFilesystems: { parse: parseFilesystems, good: 'nodev\tproc\n\text4\nnodev\toverlay\n' },
  parseVmSwap: { parse: parseVmSwap, good: 'Name:\tsh\nState:\tS (sleeping)\nVmSwap:\t     212 kB\n' },
  parseSystemdService: { parse: parseSystemdService, good: '1:name=systemd:/system.slice/cron.service\n' },
  parseHumanBytes: { parse: parseHumanBytes, good: '246.4MB' },
  parseEngineInfo: { parse: parseEngineInfo, good: '{"Driver":"aufs","DriverStatus":[["Dirs","12"]]}' },
  parseEngineVersion: { parse: parseEngineVersion, good: '{"Version":"20.10.24","Components":[]}' },
  parseContainerList: {
    parse: parseContainerList,
    good: '[{"Id":"6083","Names":["/zom"],"Created":1795351224,"State":"running"}]',
  },
  parseContainerInspect: {
    parse: parseContainerInspect,
    good: '{"Id":"6083","State":{"Running":true,"StartedAt":"2026-11-22T12:40:28Z"}}',
  },
  parseImages: { parse: parseImages, good: '[{"RepoTags":["bb:1"]}]' },
  parseVolumes: { parse: parseVolumes, good: '{"Volumes":null,"Warnings":null}' },
  parseDiskUsage: { parse: parseDiskUsage, good: '{"LayersSize":1,"Images":[],"Containers":[],"Volumes":null}' },
};

const megabyte = 1_000_000;
const badTexts: ReadonlyMap<string, string> = new Map([
  ['binary', '\u0000\u0001\ufffd\ufffd\u0000\u007f'],
  ['spaces', '     \n   \n\t'],
  ['parentheses', ')( (()) )'],
  ['1 MB of one letter', 'x'.repeat(megabyte)],
  ['1 MB of digits', '1'.repeat(megabyte)],
  ['1 MB of open parentheses', '('.repeat(megabyte)],
  ['1 MB of open brackets', '['.repeat(megabyte)],
  ['1 MB of nested lists of objects', `${'[{"Id":'.repeat(megabyte / 8)}`],
  ['1 MB of quotes', '"'.repeat(megabyte)],
  ['1 MB of words', 'a b '.repeat(megabyte / 4)],
]);

/** What every reading owes: one of two kinds, and a message that says both sides and stays short. */
function expectReading(reading: Reading<unknown>): void {
  if (reading.kind === 'ok') return;
  expect(reading.kind).toBe('malformed');
  expect(reading.detail).toMatch(/^expected .+, got ".*"$/);
  // 80 characters, each at most six when escaped.
  expect(reading.detail.length).toBeLessThan(700);
}

describe.each(Object.entries(cases))('%s', (_, { parse, good, emptyIsGood }) => {
  it('takes a good text', () => {
    expect(parse(good).kind).toBe('ok');
  });

  it('says what an empty text is', () => {
    expect(parse('').kind).toBe(emptyIsGood ? 'ok' : 'malformed');
  });

  // By name alone: the runner would put a megabyte into the title.
  it.each([...badTexts.keys()])('finds %s malformed', (name) => {
    const reading = parse(badTexts.get(name) ?? '');
    expect(reading.kind).toBe('malformed');
    expectReading(reading);
  });

  it('survives every truncation of a good text', () => {
    for (let length = 0; length < good.length; length += 1) expectReading(parse(good.slice(0, length)));
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => expectReading(parse(text))));
  });

  it('survives any text in the middle of a good one', () => {
    const noise = fc.string({ unit: 'grapheme', maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(20), noise, (at, removed, text) =>
        expectReading(parse(good.slice(0, at) + text + good.slice(at + removed))),
      ),
    );
  });
});

describe.each(Object.entries(cases).filter(([, { good }]) => /^[{[]/.test(good)))('%s', (_, { parse }) => {
  it('survives any JSON', () => {
    fc.assert(fc.property(fc.json(), (text) => expectReading(parse(text))));
  });

  it('survives any values behind the names that it knows', () => {
    const names = [
      ...['Id', 'Names', 'Created', 'State', 'Status', 'RepoTags', 'Volumes', 'DriverStatus', 'Components', 'Name'],
      ...['Running', 'Paused', 'Restarting', 'Dead', 'RemovalInProgress', 'StartedAt'],
      ...['Images', 'Containers', 'LayersSize', 'BuildCache', 'ImageUsage', 'Size', 'SharedSize', 'UsageData'],
    ];
    const object = fc.dictionary(fc.constantFrom(...names), fc.jsonValue());
    fc.assert(
      fc.property(object, fc.array(object), (one, many) => {
        expectReading(parse(JSON.stringify(one)));
        expectReading(parse(JSON.stringify(many)));
        expectReading(parse(JSON.stringify({ ...one, Images: many, Containers: many, Volumes: many })));
        expectReading(parse(JSON.stringify({ ...one, State: one })));
      }),
    );
  });

  it('survives JSON a hundred thousand levels deep', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    expectReading(parse(deep));
    expectReading(parse(`[{"Id":${deep},"Created":${deep}}]`));
    expectReading(parse(`{"Images":[{"Size":${deep}}],"DriverStatus":${deep},"State":{"Status":${deep}}}`));
  });
});
