import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { comparisons as signs } from '../../scripts/rules-lint/promql/ast.ts';
import { constantOf } from '../../scripts/rules-lint/promql/constant.ts';
import { parseExpr } from '../../scripts/rules-lint/promql/parse.ts';
import { find } from '../../scripts/rules-lint/promql/walk.ts';
import { alertNames } from '../../src/diagnosis/report/alerts.ts';
import { thresholds } from '../../src/diagnosis/thresholds.ts';
import { rules } from '../rules/support/rule-files.ts';

const t = thresholds;

/** What each rule compares with, in the order of its text. `check` compares with the same numbers. */
const expected: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  'DockerHostFreezing/critical': [
    ['>=', t.unkillableProcesses],
    ['>=', t.zombieLeadersWithLiveThreads],
    ['>=', t.busiestThreadInSystemMode],
    ['>=', t.unkillableProcesses],
    ['>=', t.zombieLeadersWithLiveThreads],
  ],
  'DockerHostOverloaded/critical': [
    ['>', t.loadPerCpu],
    ['>=', t.swapUsedBytes],
    ['>=', t.orphanedContainers],
    // the same of what a host said last, while it cannot be scraped
    ['>', t.loadPerCpu],
    ['>=', t.swapUsedBytes],
    ['>=', t.orphanedContainers],
  ],
  'DockerHostProcessesNearLimit/warning': [['>=', t.hostProcesses.warning]],
  'DockerHostProcessesNearLimit/critical': [['>=', t.hostProcesses.critical]],
  'DockerdFdsNearLimit/warning': [['>=', t.daemonFds.warning]],
  'DockerdFdsNearLimit/critical': [['>=', t.daemonFds.critical]],
  'DockerThinPoolNearFull/warning': [['>=', t.thinPool.warning]],
  'DockerThinPoolNearFull/critical': [['>=', t.thinPool.critical]],
  'DockerHostZombies/warning': [['>=', t.zombies.warning]],
  'DockerHostZombies/critical': [
    ['>=', t.zombies.critical],
    ['>=', t.zombies.warning],
    ['>=', t.zombies.criticalShare],
  ],
  'DockerHostNeedsRecycle/warning': [['>=', t.residueKinds]],
  'DockerHostUnkillableProcesses/warning': [['>=', t.unkillableProcesses]],
  'DockerHostGhostContainers/warning': [['>=', t.ghostContainers]],
  'DockerHostOrphanProcesses/warning': [['>=', t.orphanedContainers]],
  'DockerHostLeakedMounts/warning': [['>=', t.leakedMounts]],
  'DockerHostLingeringMounts/warning': [['>=', t.lingeringMounts]],
  // More changes than these in a quarter of an hour are work; `check` looks once and cannot count any.
  'DockerdCpuSpin/warning': [
    ['>=', t.busiestThread],
    ['>', 15],
  ],
  'DockerdCpuSpin/critical': [['>=', t.busiestThread]],
  'DockerHostNonReapingParent/info': [['>', t.zombiesOfOneParent]],
  'DockerHostExitedContainersPilingUp/info': [['>', t.exitedContainers]],
  'DockerHostCleanupNotRunning/info': [['>', t.oldestLeftoverSeconds]],
  // Yes or no: nothing but states is compared.
  'DockerEngineDown/critical': [],
  'DockerEngineHung/critical': [],
  'DockerHostVersionRisk/warning': [],
  'DockerHostVersionRisk/info': [],
  'DockerHostDeprecatedStorageDriver/info': [],
};

/** The kinds of residue, by the label `signal` of the rules that record them. */
const expectedResidue: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  zombies: [['>=', t.residueZombies]],
  unkillable: [['>=', t.unkillableProcesses]],
  ghosts: [['>=', t.ghostContainers]],
  orphans: [['>=', t.orphanedContainers]],
  lingering_mounts: [['>=', t.lingeringMounts]],
  leaked_mounts: [['>=', t.leakedMounts]],
  fds: [['>=', t.residueFds]],
};

/** Thresholds of an expression; `== 0` and `== 1` are states, and `> 0` keeps a division from 0. */
function thresholdsOf(text: string): readonly (readonly [string, number])[] {
  const parsed = parseExpr(text);
  if (!('expr' in parsed)) throw new Error(`${parsed.problem} in ${text.slice(0, 80)}`);
  return find(parsed.expr, 'binary')
    .filter(({ node }) => signs.has(node.operator))
    .map(({ node }) => ({ from: node.from, operator: node.operator, value: constantOf(node.right) }))
    .toSorted((a, b) => a.from - b.from)
    .flatMap(({ operator, value }) =>
      value === undefined || operator === '==' || (operator === '>' && value === 0) ? [] : [[operator, value] as const],
    );
}

const known = rules.filter(({ alert }) => (alertNames as readonly string[]).includes(alert ?? ''));
const keyOf = ({ alert, labels }: (typeof rules)[number]): string => `${alert}/${labels?.['severity']}`;

it('every alert that `check` knows is compared, in each severity', () => {
  expect(known.map(keyOf).sort()).toEqual(Object.keys(expected).sort());
});

it.each(known.map((rule) => [keyOf(rule), rule] as const))('%s compares with what `check` does', (key, { expr }) => {
  expect(thresholdsOf(expr)).toEqual(expected[key]);
});

it('the kinds of residue begin where `check` sees them', () => {
  const recorded = rules.filter(({ record }) => record === 'instance_signal:dockerhost_residue:bool');
  expect(Object.fromEntries(recorded.map(({ labels, expr }) => [labels?.['signal'], thresholdsOf(expr)]))).toEqual(
    expectedResidue,
  );
});

it('no threshold of `check` is without a rule', () => {
  const leaves = (value: number | object): readonly number[] =>
    typeof value === 'number' ? [value] : Object.values(value).flatMap(leaves);
  const compared = [...Object.values(expected), ...Object.values(expectedResidue)].flat().map(([, value]) => value);
  expect(leaves(thresholds).filter((value) => !compared.includes(value))).toEqual([]);
});

it('the files of rules were read', () => {
  const files = readdirSync(join(import.meta.dirname, '../../rules'));
  const text = files.map((file) => readFileSync(join(import.meta.dirname, '../../rules', file), 'utf8')).join('');
  expect(text.match(/- alert: /g)).toHaveLength(rules.filter(({ alert }) => alert !== undefined).length);
});
