import { expect, it } from 'vitest';
import type { Advisory, Condition } from '../model/advisory.ts';
import { sysctlsOf } from './wanted-sysctls.ts';

const sysctl = (name: string): Condition => ({ sysctl: { name, equals: '0' } });
const base: Advisory = {
  id: 'x',
  title: 'x',
  severity: 'low',
  symptom: 'x',
  remedy: 'x',
  confidence: 'high',
  references: [],
  checked: '2026-11-22',
  exposed: { cpus: { at_most: 1 } },
};

it('finds sysctls wherever conditions can be, each once', () => {
  const first: Advisory = {
    ...base,
    exposed: { all: [sysctl('e.all'), { any: [sysctl('d.any')] }, sysctl('e.all')] },
    possible: {
      kernel: {
        first_of: [
          { el7: {}, ranges: [], and: sysctl('c.and') },
          { el7: {}, ranges: [] },
        ],
        otherwise: 'clear',
      },
    },
    unless: sysctl('b.unless'),
    contradictions: [{ when: sysctl('a.contradiction'), because: 'x' }],
  };
  const second: Advisory = { ...base, exposed: sysctl('b.unless') };
  expect(sysctlsOf({ advisories: [first, second], endOfLife: [] })).toEqual([
    'a.contradiction',
    'b.unless',
    'c.and',
    'd.any',
    'e.all',
  ]);
});

it('finds none where none is', () => {
  expect(sysctlsOf({ advisories: [base], endOfLife: [] })).toEqual([]);
});
