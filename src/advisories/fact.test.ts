import { expect, it } from 'vitest';
import { absent, denied, malformed, ok, timedOut } from '../model/reading.ts';
import { notUnderstood, withFact } from './fact.ts';
import { holds, outcome } from './outcome.ts';

it('judges what is known', () => {
  expect(withFact('number', ok(3), (value) => holds(value === 3, 'three'))).toEqual(outcome('exposed', 'three'));
});

it.each([
  [absent('not given'), 'number not known: not given'],
  [denied('/proc/x: EACCES'), 'number not known: denied: /proc/x: EACCES'],
  [timedOut('GET /info'), 'number not known: timeout: GET /info'],
  [malformed('expected a\nb'), String.raw`number not known: malformed: expected a\u{a}b`],
  [denied('x'.repeat(300)), `number not known: denied: ${'x'.repeat(200)}…`],
])('says why a fact is not known: %j', (reading, why) => {
  const never = () => {
    throw new Error('judged what is not known');
  };
  expect(withFact('number', reading, never)).toEqual(outcome('unknown', why));
});

it('quotes what is not understood', () => {
  expect(notUnderstood('Engine', 'dev\u0007', 'a version')).toEqual(
    outcome('unknown', String.raw`Engine "dev\u{7}" is not understood, expected a version`),
  );
});
