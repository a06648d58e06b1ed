import { describe, expect, it } from 'vitest';
import { checks } from '../../scripts/rules-lint/checks/index.ts';
import { findingsIn, groupText } from './rules.ts';
import { alertRows } from './tables/alerts.ts';
import { expressionRows } from './tables/expressions.ts';
import { operatorRows } from './tables/operators.ts';
import { templateRows } from './tables/templates.ts';

const rows = [...expressionRows, ...operatorRows, ...alertRows, ...templateRows];

describe.each(rows)('$check: $title', ({ check, bad, finding, good }) => {
  it('is found, and nothing else', () => {
    expect(findingsIn(groupText(bad))).toEqual([`${check}: ${finding}`]);
  });
  it('is not found in its neighbour', () => {
    expect(findingsIn(groupText(good))).toEqual([]);
  });
});

it('has a row for each check of a rule; those of files have tests of their own', () => {
  const ofRules = checks.filter((check) => !('set' in check)).map(({ name }) => name);
  expect([...new Set(rows.map(({ check }) => check))].sort()).toEqual(ofRules.sort());
});
