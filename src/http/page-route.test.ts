import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { appOn } from '../../test/support/http-app.ts';
import { styleSheet } from '../page/style.ts';
import type { StatusPage } from './page-route.ts';
import { longestBudgetSeconds } from './scrape-budget.ts';
import { pressureLimits } from './under-pressure.ts';

let app: FastifyInstance | undefined;
afterEach(async () => {
  vi.useRealTimers();
  await app?.close();
});

const asked: (readonly [budget: number, refreshes: boolean])[] = [];
const page: StatusPage = {
  look: async (...question) => {
    asked.push(question);
    return '<!doctype html>\n<title>seen</title>\n';
  },
  without: (reason, refreshes) => `<!doctype html>\n<title>${reason} (${refreshes})</title>\n`,
};

async function get(differences: Partial<StatusPage> = {}, url = '/') {
  app = await appOn({ page: { ...page, ...differences } });
  return app.inject(url);
}

describe('/', () => {
  it('is a look at the host within the usual budget, and never kept', async () => {
    asked.length = 0;
    const response = await get();
    expect([response.statusCode, response.body]).toEqual([200, '<!doctype html>\n<title>seen</title>\n']);
    expect(response.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    expect(asked).toEqual([[longestBudgetSeconds, true]]);
  });

  it('does not refresh itself when it is asked not to', async () => {
    asked.length = 0;
    await get({}, '/?refresh=off');
    await get({}, '/?refresh=on&x=<script>');
    expect(asked.map(([, refreshes]) => refreshes)).toEqual([false, true]);
  });

  it('lets nothing in but its own style and an icon', async () => {
    const { headers } = await get();
    const hash = createHash('sha256').update(styleSheet).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
  });
});

describe('without a look at the host', () => {
  it.each<[string, StatusPage['look']]>([
    ['rejects', () => Promise.reject(new Error('no thread'))],
    [
      'throws',
      () => {
        throw new Error('no thread');
      },
    ],
  ])('the page still comes when it %s, and says why', async (_, look) => {
    const response = await get({ look });
    expect([response.statusCode, response.body]).toEqual([500, '<!doctype html>\n<title>no thread (true)</title>\n']);
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(response.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  });

  it('the page comes when the look never does', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const response = get({ look: () => new Promise(() => {}) });
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync((longestBudgetSeconds + 1) * 1000);
    expect((await response).body).toContain('nothing came of it within 10.5 s (true)');
    expect((await response).statusCode).toBe(500);
  });

  it('under pressure it looks at nothing, and goes on asking', async () => {
    const none = { sampleInterval: 30, maxEventLoopDelay: 0, maxEventLoopUtilization: 0, maxHeapUsedBytes: 0 };
    app = await appOn({ page, pressureLimits: { ...pressureLimits, ...none, maxRssBytes: 1 } });
    const pressed = app;
    await vi.waitFor(() => expect(pressed.isUnderPressure()).toBe(true));
    asked.length = 0;
    const response = await app.inject('/');
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('the exporter is under pressure (resident_memory)');
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(asked).toEqual([]);
  });
});
