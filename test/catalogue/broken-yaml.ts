import { expect } from 'vitest';
import { type BrokenFile, changed, goodAdvisory } from './files.ts';

/** Files that are no YAML, or more of it than an advisory may have. */
export const brokenYaml: readonly BrokenFile[] = [
  ['empty', '', 'spin.yaml:1:1: expected an advisory: a mapping with id, title, severity and so on, got nothing'],
  ['prose', 'hello', 'spin.yaml:1:1: expected an advisory: a mapping with id, title, severity and so on, got "hello"'],
  ['a list', '- a', 'spin.yaml:1:1: expected an advisory: a mapping with id, title, severity and so on, got a list'],
  [
    'an unclosed bracket',
    changed('at_most: 1 }', 'at_most: 1'),
    'spin.yaml:16:1: expected YAML: Flow map in block collection must be sufficiently indented and end with a }',
  ],
  [
    'an unclosed quote',
    changed("checked: '2026-11-22'", "checked: '2026-11-22"),
    expect.stringMatching(/^spin\.yaml:\d+:\d+: expected YAML: /),
  ],
  ['a tab', changed('  all:', '\tall:'), 'spin.yaml:12:1: expected YAML: Tabs are not allowed as indentation'],
  ['a tag', changed('severity: high', 'severity: !x high'), 'spin.yaml:4:11: expected YAML: Unresolved tag: !x'],
  [
    'a key twice',
    changed('severity: high', 'severity: high\nid: spin'),
    'spin.yaml:5:1: expected each key once, got "id" again',
  ],
  [
    'an alias',
    changed('symptom: It spins.', 'symptom: &s It spins.').replace('remedy: Upgrade.', 'remedy: *s'),
    'spin.yaml:8:9: expected a value, got an alias: write it out',
  ],
  ['two documents', `${goodAdvisory}---\n${goodAdvisory}`, 'spin.yaml:21:1: expected one document, got a second one'],
  ['too deep', '['.repeat(100_000), 'spin.yaml:1:65: expected at most 64 levels, got more'],
];
