import { gunzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PressureReason } from '../exposition/own-metrics.ts';
import type { Format } from '../exposition/render.ts';
import { type AppOptions, buildApp } from './build-app.ts';
import { type PressureLimits, pressureLimits } from './under-pressure.ts';

const timeoutHeader = 'x-prometheus-scrape-timeout-seconds';
const openMetrics = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
const plain = 'text/plain; version=0.0.4; charset=utf-8';

/** An exposition that says what it was asked for. */
function stub() {
  const made = {
    isReady: false,
    error: undefined as Error | undefined,
    scrapes: [] as number[],
    scrape: async (budget: number, format: Format) => {
      if (made.error !== undefined) throw made.error;
      made.scrapes.push(budget);
      made.isReady = true;
      return `# ${format} within ${budget}\n`;
    },
    repeat: async (reason: PressureReason, format: Format) =>
      made.isReady ? `dockerhost_exporter_under_pressure{reason="${reason}"} 1\n# ${format}\n` : undefined,
  };
  return made;
}

let app: FastifyInstance | undefined;
const log: string[] = [];
afterEach(async () => {
  log.length = 0;
  await app?.close();
});

async function start(
  options: Partial<AppOptions> = {},
): Promise<{ app: FastifyInstance; exposition: ReturnType<typeof stub> }> {
  const exposition = stub();
  const logger = pino({}, { write: (line: string) => void log.push(line) });
  app = await buildApp({
    exposition,
    status: async () => '{}\n',
    page: { look: async () => '<!doctype html>\n', without: (reason) => reason },
    runbooks: new Map(),
    telemetryPath: '/metrics',
    log: logger,
    ...options,
  });
  return { app, exposition };
}

describe('/metrics', () => {
  it('is a scrape within what Prometheus leaves, in the format it asks for', async () => {
    const { app: made, exposition } = await start();
    const headers = { [timeoutHeader]: '5', accept: 'application/openmetrics-text;version=1.0.0' };
    const response = await made.inject({ url: '/metrics', headers });
    expect(response.statusCode).toBe(200);
    expect(response.body).toBe('# openMetrics within 4.5\n');
    expect(response.headers).toMatchObject({ 'content-type': openMetrics, vary: 'accept, accept-encoding' });
    const again = await made.inject('/metrics');
    expect(again.headers['content-type']).toBe(plain);
    expect(again.headers['content-encoding']).toBeUndefined();
    expect(exposition.scrapes).toEqual([4.5, 9.5]);
  });

  it('a client in a hurry leaves enough time to those who share the look with it', async () => {
    const { app: made, exposition } = await start();
    await made.inject({ url: '/metrics', headers: { [timeoutHeader]: '0.001' } });
    expect(exposition.scrapes).toEqual([0.5]);
  });

  it.each(['', 'abc', '-1', '0'])('answers 400 to the timeout %j and does not scrape', async (timeout) => {
    const { app: made, exposition } = await start();
    const response = await made.inject({ url: '/metrics', headers: { [timeoutHeader]: timeout } });
    expect(response.statusCode).toBe(400);
    expect(response.body).toBe(
      `${timeoutHeader}: expected a positive number of seconds, got ${JSON.stringify(timeout)}\n`,
    );
    expect(exposition.scrapes).toEqual([]);
  });

  it('comes compressed when asked so, and is the same', async () => {
    const { app: made } = await start();
    const response = await made.inject({ url: '/metrics', headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': plain });
    expect(gunzipSync(response.rawPayload).toString()).toBe('# text within 9.5\n');
  });

  it('is where it is said to be', async () => {
    const { app: made } = await start({ telemetryPath: '/other' });
    expect((await made.inject('/other')).statusCode).toBe(200);
    expect((await made.inject('/metrics')).statusCode).toBe(404);
  });

  it('a scrape that fails is 500 with one line, and is logged', async () => {
    const { app: made, exposition } = await start();
    exposition.error = new Error('no thread');
    const response = await made.inject('/metrics');
    expect([response.statusCode, response.body]).toEqual([500, 'no thread\n']);
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(log.map((line) => (JSON.parse(line) as { error: string }).error)).toEqual(['no thread']);
  });
});

describe('health', () => {
  it('is healthy from the first moment on, and ready after the first snapshot', async () => {
    const { app: made } = await start();
    const status = async (url: string) => (await made.inject(url)).statusCode;
    expect([await status('/-/healthy'), await status('/-/ready')]).toEqual([200, 503]);
    await made.inject('/metrics');
    expect([await status('/-/healthy'), await status('/-/ready')]).toEqual([200, 200]);
  });
});

describe('the rest', () => {
  it.each(['/nothing', '/metrics/', '/-/', '/..%2f'])('%s is not found, in plain text', async (url) => {
    const response = await (await start()).app.inject(url);
    expect([response.statusCode, response.body]).toEqual([404, 'not found\n']);
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  it.each([
    ['/%', 400, "'/%' is not a valid url component\n"],
    [`/docs/runbooks/${'x'.repeat(200)}`, 414, expect.stringContaining('exceeding the max param length')],
  ])('%s is no path, and told in plain text', async (url, status, body) => {
    const response = await (await start()).app.inject(url);
    expect([response.statusCode, response.body]).toEqual([status, body]);
    expect(response.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(log).toEqual([]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH'] as const)('%s changes nothing anywhere', async (method) => {
    const { app: made, exposition } = await start();
    for (const url of ['/', '/metrics', '/-/ready']) {
      expect((await made.inject({ method, url })).statusCode).toBe(404);
    }
    expect(exposition.scrapes).toEqual([]);
  });

  it.each(['/', '/metrics', '/-/healthy'])('HEAD %s is GET without the body', async (url) => {
    const { app: made } = await start();
    const [head, get] = [await made.inject({ method: 'HEAD', url }), await made.inject(url)];
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(head.headers['content-type']).toBe(get.headers['content-type']);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });

  it('logs no request', async () => {
    const { app: made } = await start();
    await made.inject('/metrics');
    await made.inject('/nothing');
    expect(log).toEqual([]);
  });
});

describe('under pressure', () => {
  /** No limit at all (0), measured often. */
  const none: PressureLimits = {
    sampleInterval: 30,
    maxEventLoopDelay: 0,
    maxEventLoopUtilization: 0,
    maxHeapUsedBytes: 0,
    maxRssBytes: 0,
  };

  /** An app that is beyond a limit, and stays there. */
  async function pressed(limits: Partial<PressureLimits>) {
    const started = await start({ pressureLimits: { ...none, ...limits } });
    await vi.waitFor(() => expect(started.app.isUnderPressure()).toBe(true));
    return started;
  }

  it.each([
    [{ maxRssBytes: 1 }, 'resident_memory'],
    [{ maxHeapUsedBytes: 1 }, 'heap'],
    [{ maxEventLoopUtilization: 1e-9 }, 'event_loop_utilization'],
    [{ maxEventLoopDelay: 1e-9 }, 'event_loop_delay'],
  ] as const)('%j: the metrics are the last good ones, marked %s', async (limits, reason) => {
    const { app: made, exposition } = await pressed(limits);
    exposition.isReady = true;
    const headers = { accept: 'application/openmetrics-text', 'accept-encoding': 'gzip' };
    const response = await made.inject({ url: '/metrics', headers });
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe(openMetrics);
    expect(gunzipSync(response.rawPayload).toString()).toBe(
      `dockerhost_exporter_under_pressure{reason="${reason}"} 1\n# openMetrics\n`,
    );
    expect(exposition.scrapes).toEqual([]);
  });

  it('a scrape is taken as long as there is nothing to repeat', async () => {
    const { app: made, exposition } = await pressed({ maxRssBytes: 1 });
    expect((await made.inject('/metrics')).body).toBe('# text within 9.5\n');
    expect(exposition.scrapes).toEqual([9.5]);
    expect((await made.inject('/metrics')).body).toMatch(/^dockerhost_exporter_under_pressure/);
  });

  it('health is told, everything else is shed', async () => {
    const { app: made } = await pressed({ maxRssBytes: 1 });
    expect((await made.inject('/-/healthy')).statusCode).toBe(200);
    expect((await made.inject('/-/ready')).body).toMatch(/being taken/);
    const shed = await made.inject('/status');
    expect(shed.statusCode).toBe(503);
    expect(shed.headers['retry-after']).toBeDefined();
    expect(shed.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(log).toEqual([]);
  });

  it('nothing of it with the usual limits, each of which is set', async () => {
    const { app: made } = await start();
    expect(made.isUnderPressure()).toBe(false);
    expect((await made.inject('/')).statusCode).toBe(200);
    expect(Object.values(pressureLimits).every((limit) => limit > 0)).toBe(true);
    expect(Object.keys(pressureLimits).sort()).toEqual(Object.keys(none).sort());
  });
});
