import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appOn } from '../../test/support/http-app.ts';
import { pressureLimits } from './under-pressure.ts';

const runbooks = new Map([['DockerHostZombies', '# DockerHostZombies\n\n<b>as it is</b>\n']]);
let app: FastifyInstance;
beforeEach(async () => {
  app = await appOn({ runbooks });
});
afterEach(() => app.close());

it('is text, under its path in the repository', async () => {
  const response = await app.inject('/docs/runbooks/DockerHostZombies.md');
  expect([response.statusCode, response.body]).toEqual([200, runbooks.get('DockerHostZombies')]);
  expect(response.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    vary: 'accept',
  });
});

describe('as a page', () => {
  const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
  const ask = (headers: Record<string, string>) => app.inject({ url: '/docs/runbooks/DockerHostZombies.md', headers });

  it('comes to a browser, with everything escaped', async () => {
    const { statusCode, headers, body } = await ask(browser);
    expect([statusCode, headers['content-type'], headers['vary']]).toEqual([200, 'text/html; charset=utf-8', 'accept']);
    expect(body).toContain('<pre>&lt;b&gt;as it is&lt;/b&gt;</pre>');
  });

  it('has the one style that its policy lets in', async () => {
    const { headers, body } = await ask(browser);
    const style = /<style>([\s\S]*?)<\/style>/.exec(body)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(headers['content-security-policy']).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it.each(['*/*', 'text/*', 'text/plain', 'text/plain, text/html', 'text/html;q=0', 'image/png'])(
    'does not come to who asks for %s',
    async (accept) => expect((await ask({ accept })).body).toBe(runbooks.get('DockerHostZombies')),
  );

  it('is not found under another name', async () => {
    const response = await app.inject({ url: '/docs/runbooks/Nothing.md', headers: browser });
    expect([response.statusCode, response.body]).toEqual([404, 'not found\n']);
  });
});

it.each([
  '/docs',
  '/docs/runbooks',
  '/docs/runbooks/DockerHostZombies',
  '/docs/runbooks/.md',
  '/docs/runbooks/',
  '/docs/runbooks/Nothing.md',
  '/docs/runbooks/..%2f..%2fpackage.json',
  '/docs/runbooks/../package.json',
  '/docs/runbooks/%2e%2e%2fREADME',
  '/docs/runbooks/DockerHostZombies/x',
  '/docs/runbooks/__proto__.md',
  '/docs/runbooks/%00',
])('%s is not found', async (url) => {
  const response = await app.inject(url);
  expect([response.statusCode, response.body]).toEqual([404, 'not found\n']);
});

it('comes under pressure, too', async () => {
  const none = { sampleInterval: 30, maxEventLoopDelay: 0, maxEventLoopUtilization: 0, maxHeapUsedBytes: 0 };
  const pressed = await appOn({ runbooks, pressureLimits: { ...pressureLimits, ...none, maxRssBytes: 1 } });
  await vi.waitFor(() => expect(pressed.isUnderPressure()).toBe(true));
  expect((await pressed.inject('/docs/runbooks/DockerHostZombies.md')).statusCode).toBe(200);
  await pressed.close();
});
