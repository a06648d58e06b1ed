import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
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
    'x-content-type-options': 'nosniff',
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
