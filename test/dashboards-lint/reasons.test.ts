import { expect, it } from 'vitest';
import { board, findingsIn, panel } from './boards.ts';

const path = 'lint-reasons.yml';
const editable = board({ editable: true });
const untold = board({ panels: [panel({ description: '' })] });
const because = 'Somebody wants to try things out in it.';

const entry = (rule: string, given = '', reason = because) =>
  `- rule: ${rule}\n  dashboard: dockerhost-b\n  reason: ${reason}\n${given}`;
const withReasons = (text: string, one = editable) => findingsIn([one], { reasons: { path, text } });

it('a finding of the dashboard itself has its reason', () => {
  expect(withReasons('')).toEqual(['uneditable-dashboard: editable true; expected false']);
  expect(withReasons(entry('uneditable-dashboard'))).toEqual([]);
});

it('a finding of a panel has its reason under the title of the panel', () => {
  const rule = 'panel-title-description-rule';
  expect(withReasons(entry(rule, '  panels: [P]\n'), untold)).toEqual([]);
  expect(withReasons(entry(rule), untold)).toEqual([
    `${rule}: P: no description of timeseries 1; expected one`,
    `${path}:1: reason: ${rule} of dockerhost-b; expected a finding that it is for`,
  ]);
});

it('a reason for nothing is found, at its line', () => {
  expect(withReasons(entry('uneditable-dashboard', '  panels:\n    - P\n    - Q\n'))).toEqual([
    'uneditable-dashboard: editable true; expected false',
    `${path}:5: reason: uneditable-dashboard of dockerhost-b, P; expected a finding that it is for`,
    `${path}:6: reason: uneditable-dashboard of dockerhost-b, Q; expected a finding that it is for`,
  ]);
});

it('a reason is for its dashboard and its rule only', () => {
  const other = entry('uneditable-dashboard').replace('-b', '-c');
  expect(withReasons(other)).toHaveLength(2);
  expect(withReasons(entry('uid'))).toHaveLength(2);
});

it('a reason says why', () => {
  const without = `${path}:1: reason: uneditable-dashboard of dockerhost-b without a reason; expected why it is right so`;
  expect(withReasons(entry('uneditable-dashboard', '', ''))).toEqual([without]);
  expect(withReasons(entry('uneditable-dashboard', '', 'it is right'))).toEqual([without]);
});

it('a reason is there once', () => {
  const one = entry('uneditable-dashboard');
  expect(withReasons(`${one}${one}`)).toEqual([
    `${path}:4: reason: uneditable-dashboard of dockerhost-b again; expected it once, at line 1`,
  ]);
});

it('what cannot be read is found', () => {
  const broken = withReasons('- rule: [');
  expect(broken).toHaveLength(2);
  expect(broken[1]).toMatch(/^lint-reasons\.yml:1: reason: .+; expected a list in YAML$/);
  expect(withReasons('rule: uid')[1]).toBe(`${path}:1: reason: no list of reasons; expected a list in YAML`);
});
