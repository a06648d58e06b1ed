import { describe, expect, it } from 'vitest';
import { malformed, ok } from '../../model/reading.ts';
import { answerOfError, readingOf } from './answer.ts';

const systemError = (code: string) => Object.assign(new Error(`connect ${code} /run/docker.sock`), { code });

describe('an error of the connection', () => {
  it.each([
    ['ENOENT', 'refused'],
    ['ECONNREFUSED', 'refused'],
    ['ENOTSOCK', 'refused'],
    ['ENOTDIR', 'refused'],
    ['EHOSTUNREACH', 'refused'],
    ['ENETUNREACH', 'refused'],
    ['ENOTFOUND', 'refused'],
    ['EACCES', 'denied'],
    ['EPERM', 'denied'],
    ['EAGAIN', 'timeout'],
    ['ETIMEDOUT', 'timeout'],
    ['ECONNRESET', 'error'],
    ['EPIPE', 'error'],
    ['HPE_INVALID_CONSTANT', 'error'],
  ])('%s: %s', (code, state) => {
    const detail = `GET /info: connect ${code} /run/docker.sock`;
    expect(answerOfError(systemError(code), 1.5, 'GET /info')).toEqual({ state, detail, seconds: 1.5 });
  });

  it('an abort is the end of our patience', () => {
    const answer = answerOfError(systemError('ABORT_ERR'), 2, 'GET /info');
    expect(answer).toEqual({ state: 'timeout', detail: 'GET /info: no answer in time', seconds: 2 });
  });

  it.each([new Error('odd'), 'odd'])('%s is an error', (error) => {
    expect(answerOfError(error, 0, 'GET /info')).toMatchObject({ state: 'error', detail: 'GET /info: odd' });
  });
});

describe('the reading that an answer gives', () => {
  const failed = (state: 'timeout' | 'denied' | 'refused' | 'error', status?: number) =>
    readingOf({ state, detail: 'why', seconds: 1, ...(status === undefined ? {} : { status }) }, 'GET /x', () => ok(1));

  it.each([
    [failed('timeout'), 'timeout'],
    [failed('denied', 403), 'denied'],
    [failed('refused'), 'absent'],
    [failed('error', 500), 'malformed'],
    [failed('error'), 'malformed'],
    [failed('error', 404), 'absent'],
  ])('%o', (reading, kind) => {
    expect(reading).toEqual({ kind, detail: 'why' });
  });

  const good = { state: 'ok', body: '42', seconds: 1 } as const;

  it('is what the parser makes of the body', () => {
    expect(readingOf(good, 'GET /x', (body) => ok(Number(body)))).toEqual(ok(42));
  });

  it('names the question when the parser complains', () => {
    expect(readingOf(good, 'GET /x', () => malformed('expected more'))).toEqual(malformed('GET /x: expected more'));
  });
});
