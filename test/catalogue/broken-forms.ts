import { expect } from 'vitest';
import { type BrokenFile, changed, goodAdvisory, withCondition, withRange } from './files.ts';

/** Files whose keys, texts or vectors are wrong. */
export const brokenForms: readonly BrokenFile[] = [
  [
    'an unknown key',
    changed('severity: high', 'severty: high'),
    'spin.yaml:2:1: the key "severity" is missing',
    'spin.yaml:4:1: unknown key "severty": did you mean "severity"?',
  ],
  [
    'a bound misspelt',
    withRange("first_affectd: '1.9.0', first_fixed: '1.9.2'"),
    'spin.yaml:14:11: the key "first_affected" is missing in exposed.all[0].engine[0]',
    'spin.yaml:14:13: unknown key "first_affectd" in exposed.all[0].engine[0]: did you mean "first_affected"?',
  ],
  [
    'a key like no other',
    withCondition('cpus: { at_most: 1, zzz: 1 }'),
    'spin.yaml:15:27: unknown key "zzz" in exposed.all[1].cpus: expected at_least or at_most',
  ],
  [
    'a key of the prototype',
    `${goodAdvisory}__proto__: { a: 1 }\n`,
    expect.stringContaining('unknown key "__proto__"'),
  ],
  ['a missing key', changed('remedy: Upgrade.\n', ''), 'spin.yaml:2:1: the key "remedy" is missing'],
  ['an empty key', changed('remedy: Upgrade.', 'remedy:'), 'spin.yaml:8:8: expected text, got nothing'],
  ['an empty text', changed('remedy: Upgrade.', "remedy: ' '"), 'spin.yaml:8:9: expected text, got " "'],
  [
    'a wrong word',
    changed('severity: high', 'severity: hihg'),
    'spin.yaml:4:11: expected critical, high, medium, low or info, got "hihg"',
  ],
  [
    'a full stop',
    changed('1.9 spins', '1.9 spins.'),
    'spin.yaml:3:8: expected one line without a full stop at its end, got "Engine 1.9 spins."',
  ],
  [
    'a version without quotes',
    withRange('first_affected: 1.9, first_fixed: never'),
    "spin.yaml:14:29: expected a version in quotes, such as '20.10.24', got 1.9",
  ],
  [
    'an id of another file',
    changed('id: spin', 'id: turn'),
    'spin.yaml:2:5: expected the name of the file, "spin", got "turn"',
  ],
  [
    'an id in capitals',
    changed('id: spin', 'id: SPIN'),
    'spin.yaml:2:5: expected an id of lower-case letters, digits, "." and "-", got "SPIN"',
  ],
  [
    'no day',
    changed("checked: '2026-11-22'", "checked: '2026-02-30'"),
    'spin.yaml:6:10: expected a day of the calendar, got "2026-02-30"',
  ],
  [
    'no date',
    changed("checked: '2026-11-22'", 'checked: today'),
    'spin.yaml:6:10: expected a date such as \'2026-11-22\', got "today"',
  ],
  [
    'no address',
    changed('https://example.com/spin', 'example.com'),
    'spin.yaml:10:5: expected an address that begins with https:// or http://, got "example.com"',
  ],
  [
    'no references',
    changed('references:\n  - https://example.com/spin', 'references: []'),
    'spin.yaml:9:13: expected a list of addresses with at least one entry, got an empty list',
  ],
  [
    'a reference twice',
    changed('  - https://example.com/spin\n', '  - https://example.com/spin\n  - https://example.com/spin\n'),
    'spin.yaml:11:5: expected each entry once, got "https://example.com/spin" again',
  ],
  [
    'nothing but clear vectors',
    changed('    verdict: exposed\n', '    verdict: clear\n').replace("'1.9.1', cpus: 1", "'1.9.3', cpus: 1"),
    'spin.yaml:16:1: expected a vector with verdict exposed, possible or unknown, got none',
  ],
  [
    'no clear vector',
    changed("  - facts: { engine_version: '1.9.2', cpus: 1 }\n    verdict: clear\n", ''),
    'spin.yaml:16:1: expected a vector with verdict clear, got none',
  ],
  [
    'a fact that nobody knows',
    changed("{ engine_version: '1.9.1', cpus: 1 }", "{ engine: '1.9.1', cpus: 1 }"),
    expect.stringMatching(/^spin\.yaml:17:14: unknown key "engine" in vectors\[0\]\.facts: /),
  ],
  [
    'a verdict that the conditions do not give',
    changed('    verdict: exposed\n', '    verdict: possible\n'),
    'spin.yaml:18:14: expected verdict possible, the conditions give exposed: Engine 1.9.1: affected from 1.9.0, fixed in 1.9.2; 1 CPU',
  ],
];
