import { describe, expect, it } from 'vitest';
import type { DriverStatusCondition, Verdict } from '../model/advisory.ts';
import { absent, ok } from '../model/reading.ts';
import { judgeDriverStatus } from './driver-status.ts';
import { factsOf } from './given-facts.ts';

const nothing = factsOf({}, '2026-11-22');
const whole = (entries: Readonly<Record<string, string>>, engine?: string) => ({
  ...nothing,
  driverStatus: ok({ entries: new Map(Object.entries(entries)), isWhole: true }),
  engineVersion: engine === undefined ? absent('not given') : ok(engine),
});
const given = (driver_status: Readonly<Record<string, string>>) => factsOf({ driver_status }, '2026-11-22');

const dType: DriverStatusCondition = { key: 'Supports d_type', equals: 'false', key_since: '1.13.0' };
const deferred: DriverStatusCondition = { key: 'Deferred Removal Enabled', equals: 'true' };
const backing: DriverStatusCondition = { key: 'Backing Filesystem', equals: 'xfs' };
const loop: DriverStatusCondition = { key: 'Data loop file', present: true };
const noLoop: DriverStatusCondition = { key: 'Data loop file', present: false };

describe('a key that is there', () => {
  it.each<[DriverStatusCondition, string, Verdict, string]>([
    [dType, 'false', 'exposed', 'driver status "Supports d_type" is false'],
    [dType, ' false ', 'exposed', 'driver status "Supports d_type" is false'],
    [dType, 'true', 'clear', 'driver status "Supports d_type" is true, not false'],
    [dType, 'False', 'exposed', 'driver status "Supports d_type" is False'],
    [dType, 'FALSE', 'exposed', 'driver status "Supports d_type" is FALSE'],
    [dType, 'True', 'clear', 'driver status "Supports d_type" is True, not false'],
    [dType, '', 'unknown', 'driver status "Supports d_type" is empty, expected true or false'],
    [dType, ' ', 'unknown', 'driver status "Supports d_type" is empty, expected true or false'],
    [dType, 'no', 'unknown', 'driver status "Supports d_type" is no, expected true or false'],
    [dType, '0', 'unknown', 'driver status "Supports d_type" is 0, expected true or false'],
    [dType, 'false, true', 'unknown', 'driver status "Supports d_type" is "false, true", expected true or false'],
    [deferred, 'TRUE', 'exposed', 'driver status "Deferred Removal Enabled" is TRUE'],
    [deferred, 'false', 'clear', 'driver status "Deferred Removal Enabled" is false, not true'],
    [deferred, 'enabled', 'unknown', 'driver status "Deferred Removal Enabled" is enabled, expected true or false'],
    // other values have no opposite, and their case may matter
    [backing, 'xfs', 'exposed', 'driver status "Backing Filesystem" is xfs'],
    [backing, 'XFS', 'clear', 'driver status "Backing Filesystem" is XFS, not xfs'],
    [backing, '', 'clear', 'driver status "Backing Filesystem" is empty, not xfs'],
    [loop, '/var/lib/data', 'exposed', 'driver status "Data loop file" is "/var/lib/data"'],
    [loop, '', 'clear', 'driver status "Data loop file" is empty'],
    [noLoop, '/var/lib/data', 'clear', 'driver status "Data loop file" is "/var/lib/data"'],
    [noLoop, '', 'clear', 'driver status "Data loop file" is empty'],
    [{ key: 'Data loop file' }, 'x', 'exposed', 'driver status "Data loop file" is x'],
  ])('%j with %j is %s', (condition, value, verdict, why) => {
    const entries = { [condition.key]: value };
    expect(judgeDriverStatus(condition, given(entries))).toEqual({ verdict, why: [why] });
    expect(judgeDriverStatus(condition, whole(entries))).toEqual({ verdict, why: [why] });
  });

  it('is shown without what would harm a terminal, and not at length', () => {
    const [why = ''] = judgeDriverStatus(loop, given({ 'Data loop file': `\u001b[2J${'x'.repeat(500)}` })).why;
    expect(why).toMatch(/^driver status "Data loop file" is "\\u\{1b\}\[2Jx{76}…"$/);
  });
});

describe('a key that is missing', () => {
  it('says nothing in a list that is not whole', () => {
    for (const condition of [dType, loop, noLoop]) {
      const why = [`driver status "${condition.key}" not known: not given`];
      expect(judgeDriverStatus(condition, given({ other: 'x' }))).toEqual({ verdict: 'unknown', why });
    }
  });

  it('says nothing in a whole list when nobody knows which Engines print it', () => {
    const why = ['driver status has no "Data loop file"'];
    expect(judgeDriverStatus(loop, whole({}, '20.10.24'))).toEqual({ verdict: 'unknown', why });
    expect(judgeDriverStatus(noLoop, whole({}, '20.10.24'))).toEqual({ verdict: 'exposed', why });
  });

  it.each<[string | undefined, Verdict, Verdict, readonly string[]]>([
    ['1.13.0', 'clear', 'exposed', ['driver status has no "k", which Engines print from 1.13.0 on']],
    ['20.10.24', 'clear', 'exposed', ['driver status has no "k", which Engines print from 1.13.0 on']],
    [
      '1.12.6',
      'unknown',
      'unknown',
      ['driver status has no "k", which Engines print from 1.13.0 on, and this is 1.12.6'],
    ],
    [
      'dev x',
      'unknown',
      'unknown',
      ['driver status has no "k", which Engines print from 1.13.0 on, and this is "dev x"'],
    ],
    [undefined, 'unknown', 'unknown', ['driver status has no "k"', 'Engine version not known: not given']],
  ])('is judged by what Engine %s prints', (engine, verdict, inverse, why) => {
    const condition = { key: 'k', key_since: '1.13.0' };
    expect(judgeDriverStatus({ ...condition, equals: 'x' }, whole({}, engine))).toEqual({ verdict, why });
    expect(judgeDriverStatus({ ...condition, present: true }, whole({}, engine))).toEqual({ verdict, why });
    expect(judgeDriverStatus({ ...condition, present: false }, whole({}, engine))).toEqual({ verdict: inverse, why });
  });
});

it('is unknown without any list', () => {
  const why = ['driver status not known: not given'];
  for (const condition of [dType, loop, noLoop]) {
    expect(judgeDriverStatus(condition, nothing)).toEqual({ verdict: 'unknown', why });
  }
});
