import { describe, expect, it } from 'vitest';
import { offender } from '../../test/support/healthy.ts';
import type { Finding, Report } from '../model/report.ts';
import { tableOf } from './check-table.ts';

const reporter = { host: 'ci-7', version: '1.2.3' };
const plain = { width: 80, hasColour: false };
const escapeCode = '\u001b';

const zombies: Finding = {
  alert: 'DockerHostZombies',
  severity: 'critical',
  summary: '315 zombies among 3,020 processes (10 %), children: 300 of processes in containers and 15 of shims',
  culprits: [
    offender('zombie_parent', { count: 300 }),
    offender('zombie_parent', { count: 15, container: '', name: '', process: 'containerd-shim', pids: [77] }),
  ],
  meaning: 'Each of them keeps a process id until its parent collects it.',
  next: 'Restart the containers or services that are the parents, containers with `--init` so that somebody reaps.',
};
const parent: Finding = {
  ...zombies,
  alert: 'DockerHostNonReapingParent',
  severity: 'info',
  summary: 'sleep does not reap',
  culprits: [],
};
const report: Report = {
  status: 'critical',
  takenAt: 1,
  findings: [zombies, parent],
  unseen: [
    {
      part: 'mount_namespaces',
      reason: 'mount tables of other processes cannot be read (/proc/9: EACCES): it takes root or CAP_SYS_PTRACE',
    },
  ],
};

it('has one line that says it all, then each finding, then what was not seen', () => {
  expect(tableOf(report, reporter, plain)).toMatchInlineSnapshot(`
    "CRITICAL: 1 problem on ci-7: DockerHostZombies

    CRITICAL DockerHostZombies: 315 zombies among 3,020 processes (10 %),
      children: 300 of processes in containers and 15 of shims
      who     web (3f2a9c01d4e5) sleep: 300 zombies, seen for 3 min, pid 1234
              containerd-shim: 15 zombies, seen for 3 min, pid 77
      means   Each of them keeps a process id until its parent collects it.
      next    Restart the containers or services that are the parents, containers
              with \`--init\` so that somebody reaps.
      runbook docs/runbooks/DockerHostZombies.md

    INFO DockerHostNonReapingParent: sleep does not reap
      means   Each of them keeps a process id until its parent collects it.
      next    Restart the containers or services that are the parents, containers
              with \`--init\` so that somebody reaps.
      runbook docs/runbooks/DockerHostNonReapingParent.md

    NOT SEEN
              mount_namespaces: mount tables of other processes cannot be read
              (/proc/9: EACCES): it takes root or CAP_SYS_PTRACE
    "
  `);
});

describe('the first line', () => {
  const firstLine = (view: Partial<Report>) => tableOf({ ...report, ...view }, reporter, plain).split('\n')[0];
  const warning = { ...zombies, severity: 'warning' as const };

  it.each<[Partial<Report>, string]>([
    [{ status: 'ok', findings: [], unseen: [] }, 'OK: nothing wrong on ci-7'],
    [{ status: 'ok', findings: [parent], unseen: [] }, 'OK: nothing wrong on ci-7'],
    [{ status: 'warning', findings: [warning] }, 'WARNING: 1 problem on ci-7: DockerHostZombies'],
    [
      { findings: [zombies, { ...zombies, alert: 'DockerEngineHung' }, parent] },
      'CRITICAL: 2 problems on ci-7: DockerHostZombies, DockerEngineHung',
    ],
    [
      { status: 'unknown', findings: [] },
      'UNKNOWN: nothing wrong to be seen on ci-7, but not all could be seen: mount_namespaces',
    ],
  ])('%j', (view, line) => expect(firstLine(view)).toBe(line));

  it('is never broken', () => {
    const many = Array.from({ length: 19 }, (_, index) => ({ ...zombies, alert: `DockerHostProblem${index}` }));
    expect(firstLine({ findings: many })).toContain('DockerHostProblem18');
  });
});

it('stays within the width of the screen', () => {
  for (const width of [80, 120]) {
    const [, ...lines] = tableOf(report, reporter, { ...plain, width }).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
    expect(Math.max(...lines.map((line) => line.length))).toBeGreaterThan(width - 20);
  }
});

it('has colours only where they are wanted, and the same text', () => {
  const coloured = tableOf(report, reporter, { ...plain, hasColour: true });
  expect(coloured).toContain(`${escapeCode}[31mCRITICAL`);
  const bare = coloured.replaceAll(new RegExp(`${escapeCode}\\[\\d+m`, 'g'), '');
  expect(bare).toBe(tableOf(report, reporter, plain));
  expect(bare).not.toContain(escapeCode);
});

it('nothing of a host steers the terminal, wherever it stands', () => {
  const evil = `${escapeCode}[2J\u009b2J\u202e`;
  const culprit = offender('orphan', { name: evil, process: evil, container: evil, places: [evil] });
  const finding = { ...zombies, alert: evil, summary: evil, meaning: evil, next: evil, culprits: [culprit] };
  const text = tableOf(
    { ...report, findings: [finding], unseen: [{ part: evil, reason: evil }] },
    { host: evil, version: evil },
    plain,
  );
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});

it('cuts reasons that go on for pages', () => {
  const text = tableOf({ ...report, unseen: [{ part: 'processes', reason: 'x '.repeat(5000) }] }, reporter, plain);
  expect(text.length).toBeLessThan(3000);
});
