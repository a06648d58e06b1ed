import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appOn } from '../../test/support/http-app.ts';
import { pressureLimits } from './under-pressure.ts';

let app: FastifyInstance | undefined;
afterEach(() => app?.close());

const always = { 'x-content-type-options': 'nosniff', 'cross-origin-resource-policy': 'same-origin' };
const nothing = "default-src 'none'; frame-ancestors 'none'";
const long = 'x'.repeat(200);

describe('what a browser is told', () => {
  it.each<[InjectOptions, number]>([
    [{ url: '/metrics' }, 200],
    [{ url: '/metrics', headers: { 'x-prometheus-scrape-timeout-seconds': 'soon' } }, 400],
    [{ url: '/metrics', headers: { 'accept-encoding': 'gzip' } }, 200],
    [{ url: '/metrics', method: 'HEAD' }, 200],
    [{ url: '/metrics', method: 'POST' }, 404],
    [{ url: '/status' }, 200],
    [{ url: '/-/healthy' }, 200],
    [{ url: '/-/ready' }, 200],
    [{ url: '/docs/runbooks/A.md' }, 200],
    [{ url: '/docs/runbooks/B.md' }, 404],
    [{ url: `/docs/runbooks/${long}.md` }, 414],
    [{ url: '/nothing' }, 404],
    [{ url: '/%' }, 400],
  ])('%j: it guesses no type, and nothing else gets in', async (request, status) => {
    app = await appOn({ runbooks: new Map([['A', 'a']]) });
    const { statusCode, headers } = await app.inject(request);
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({ ...always, 'content-security-policy': nothing });
    expect(headers['content-type']).toMatch(/^(?:text\/plain|application\/json);/);
  });

  it.each<InjectOptions>([{ url: '/' }, { url: '/docs/runbooks/A.md', headers: { accept: 'text/html' } }])(
    '%j: a page has a policy of its own',
    async (request) => {
      app = await appOn({ runbooks: new Map([['A', 'a']]) });
      const { headers } = await app.inject(request);
      expect(headers).toMatchObject({ ...always, 'referrer-policy': 'no-referrer' });
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
    },
  );

  it('the same of an answer that failed, and under pressure', async () => {
    const none = { sampleInterval: 30, maxEventLoopDelay: 0, maxEventLoopUtilization: 0, maxHeapUsedBytes: 0 };
    const pressed = await appOn({ pressureLimits: { ...pressureLimits, ...none, maxRssBytes: 1 } });
    app = pressed;
    await vi.waitFor(() => expect(pressed.isUnderPressure()).toBe(true));
    const shed = await app.inject('/status');
    expect(shed.statusCode).toBe(503);
    expect(shed.headers).toMatchObject({ ...always, 'content-security-policy': nothing });
    await app.close();
    app = await appOn({ status: () => Promise.reject(new Error('no thread')) });
    const failed = await app.inject('/status');
    expect(failed.statusCode).toBe(500);
    expect(failed.headers).toMatchObject({ ...always, 'content-security-policy': nothing });
  });
});
