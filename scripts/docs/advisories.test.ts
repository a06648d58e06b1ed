import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadDirectory } from '../../src/catalogue/load.ts';
import type { Condition } from '../../src/model/advisory.ts';
import { advisoryDirectory } from '../../test/catalogue/files.ts';
import { anchorsOf, relativeLinks, root } from '../../test/docs/markdown.ts';
import { advisoriesPage } from './advisories.ts';
import { lowerBoundKnown } from './advisories-bounds.ts';
import { conditionItems } from './advisories-conditions.ts';
import { advisoryBlocks } from './advisories-entry.ts';
import { example } from './advisories-howto.ts';
import { list, prose } from './advisories-text.ts';

const advisory = {
  id: 'spin-1.9',
  title: 'It <spins> with | and *stars*',
  severity: 'high',
  confidence: 'low',
  checked: '2026-11-22',
  symptom: 'do_xino_fwrite() spins, see `ps -eo *`',
  remedy: '- Upgrade [now].',
  explains: ['DockerHostZombies'],
  references: ['https://example.com/a_b_c'],
  exposed: { all: [{ storage_driver: ['aufs', 'overlay'] }, { cpus: { at_most: 1 } }] },
  unless: { runc: [{ first_affected: '1.0.0-rc94', first_fixed: 'never' }] },
  contradictions: [{ when: { engine: [{ first_affected: 'any', first_fixed: '24.0.0' }] }, because: 'it had none' }],
} as const;

it('has the blocks of an advisory in their order', () => {
  expect(advisoryBlocks(advisory)).toEqual([
    '### `spin-1.9`',
    '**It \\<spins> with | and \\*stars\\***',
    'Severity high, confidence low, compared with its sources on 2026-11-22. Would explain [DockerHostZombies](runbooks/DockerHostZombies.md).',
    'Symptom: do_xino_fwrite() spins, see `ps -eo *`.',
    'Remedy: \\- Upgrade \\[now\\].',
    'Exposed, if all of this holds:',
    '- storage driver `aufs` or `overlay`\n- one CPU',
    'Clear all the same, if:',
    '- runc: from `1.0.0-rc94` on',
    'Unknown, as facts contradict each other, if:',
    '- Docker Engine: below `24.0.0`',
    'Because: it had none.',
    'References: <https://example.com/a_b_c>',
  ]);
});

const conditions: readonly (readonly [Condition, ...string[]])[] = [
  [
    { engine: [{ last_clean: '1.9.0', first_affected: '1.9.1', last_affected: '1.9.2', first_fixed: '1.10.0' }] },
    '- Docker Engine: clean up to `1.9.0`, affected from `1.9.1`, known to be affected up to `1.9.2`, fixed in `1.10.0`',
  ],
  [
    {
      containerd: [
        { applies_below: '1.7.0', last_clean: 'unknown', first_affected: '1.6.1', first_fixed: 'unknown' },
        { applies_from: '1.7.0', applies_below: '2.0.0', first_affected: 'unknown', first_fixed: 'never' },
        { applies_from: '2.0.0', first_affected: 'any', first_fixed: 'never' },
      ],
    },
    '- containerd: of those below `1.7.0`, last clean one not known, affected from `1.6.1`, first fixed one not known; of those from `1.7.0` to below `2.0.0`, first affected one not known, never fixed; of those from `2.0.0` on, affected from the first one on, never fixed',
  ],
  [
    {
      kernel: {
        first_of: [
          {
            ubuntu: { series: '3.13.0', flavours: ['generic', 'virtual'] },
            ranges: [{ last_clean: '71', first_affected: '72', first_fixed: '78' }],
          },
          {
            debian: { series: '3.16' },
            ranges: [{ first_affected: 'any', first_fixed: 'never' }],
            at_most: 'possible',
          },
          {
            upstream: { series: ['4.1', '4.2'] },
            ranges: [{ first_affected: '4.1.13', first_fixed: 'never' }],
            and: { all: [{ swap_limit: false }, { aufs: [{ branches: ['4.1'], first_fixed: '20160111' }] }] },
          },
          { upstream: { from: '4.3' }, ranges: [{ first_affected: 'any', first_fixed: 'never' }] },
          { el7: {}, ranges: [{ first_affected: 'any', first_fixed: '693' }] },
          { upstream: {}, ranges: [{ first_affected: 'any', first_fixed: '3.10' }] },
        ],
        otherwise: 'clear',
      },
    },
    '- kernel; the first that recognises it decides, and any other is clear',
    '  - Ubuntu `3.13.0` generic or virtual: clean up to `71`, affected from `72`, fixed in `78`',
    '  - Debian `3.16`: every version; possible at the most',
    '  - upstream `4.1` or `4.2`: affected from `4.1.13`, never fixed; and besides',
    '    - the swap of containers cannot be limited',
    '    - AUFS; the first that has its branch decides',
    '      - branch `4.1`: fixed in `20160111`',
    '  - upstream `4.3` and later series: every version',
    '  - RHEL 7 and CentOS 7, `3.10.0`: affected from the first one on, fixed in `693`',
    '  - by upstream version: affected from the first one on, fixed in `3.10`',
  ],
  [
    { any: [{ cpus: { at_least: 2, at_most: 4 } }, { all: [{ cgroup_version: '1' }, { end_of_life: 'kernel' }] }] },
    '- one of',
    '  - 2 to 4 CPUs',
    '  - all of',
    '    - cgroup version `1`',
    '    - past its end of life: [Upstream kernel](#upstream-kernel)',
  ],
  [
    { driver_status: { key: 'Supports d_type', equals: 'false', key_since: '1.13.0' } },
    '- `Supports d_type` of the driver status is `false`; Engines print it from `1.13.0` on',
  ],
  [{ driver_status: { key: 'Data loop file', present: true } }, '- `Data loop file` of the driver status is there'],
  [{ driver_status: { key: 'Pool Name', present: false } }, '- `Pool Name` of the driver status is not there'],
  [{ sysctl: { name: 'fs.a', equals: '0' } }, '- sysctl `fs.a` is `0`'],
  [{ kernel_command_line: { has: 'a=b' } }, '- kernel command line with `a=b`'],
  [
    { aufs: [{ from_branch: '4.15', first_fixed: 'never' }] },
    '- AUFS; the first that has its branch decides',
    '  - branch `4.15` and those for newer kernels: never fixed',
  ],
];

for (const [condition, ...lines] of conditions) {
  it(`writes ${JSON.stringify(condition)}`, () => {
    expect(list(conditionItems(condition, 'affected')).split('\n')).toEqual(lines);
  });
}

it('says whether the lower bound is known', () => {
  const known = (first_affected: string, last_clean?: string) =>
    lowerBoundKnown({
      ...advisory,
      exposed: {
        engine: [{ first_affected, first_fixed: '2.0', ...(last_clean === undefined ? {} : { last_clean }) }],
      },
    });
  expect([known('1.0'), known('any'), known('1.0', '0.9')]).toEqual(['yes', 'yes', 'yes']);
  expect([known('unknown'), known('1.0', 'unknown'), known('unknown', '0.9')]).toEqual(['no', 'no', 'no']);
  expect(lowerBoundKnown(advisory)).toBe('');
});

it.each([
  ['a_b _c_ __d__', 'a_b \\_c\\_ \\_\\_d\\_\\_'],
  ['# a', '\\# a'],
  ['1. a', '1\\. a'],
  ['a\n  b', 'a b'],
  ['a ` b *', 'a \\` b \\*'],
  ['\\*', '\\\\\\*'],
])('%j is prose as %j', (text, expected) => expect(prose(text)).toBe(expected));

it('the example loads', () => {
  const { advisories } = loadDirectory(advisoryDirectory({ 'own-engine-hang.yaml': example }));
  expect(advisories.map(({ id }) => id)).toEqual(['own-engine-hang']);
});

it('every advisory, table and fact that is not encoded has its heading, and each link on the page leads to one', () => {
  const loaded = loadDirectory(join(root, 'advisories'));
  const page = advisoriesPage(loaded);
  const headings = page.split('\n').filter((line) => line.startsWith('### '));
  const { advisories, endOfLife, notEncoded } = loaded;
  expect(headings).toHaveLength(advisories.length + endOfLife.length + notEncoded.length);
  const anchors = anchorsOf(page);
  expect(new Set(anchors).size).toBe(anchors.length);
  const missing = relativeLinks(page).filter((link) => link.startsWith('#') && !anchors.includes(link.slice(1)));
  expect(missing).toEqual([]);
  for (const { id } of advisories) expect(page).toContain(`| [\`${id}\`](#`);
});
