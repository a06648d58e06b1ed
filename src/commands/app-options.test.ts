import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { healthyDiagnosis, healthySnapshot } from '../../test/support/healthy.ts';
import { appOptions } from './app-options.ts';
import type { Assembly } from './assemble.ts';

it('pages in a row are one look at the host, each as it was asked for', async () => {
  const look = vi.fn(async () => ({ snapshot: healthySnapshot, diagnosis: healthyDiagnosis }));
  const assembly = { watch: { look } } as unknown as Assembly;
  const { page } = appOptions(assembly, { telemetryPath: '/metrics' }, '1.2.3', pino({ level: 'silent' }));
  vi.useFakeTimers();
  const [moving, still] = [await page.look(9, true), await page.look(9, false)];
  expect([moving.includes('http-equiv="refresh"'), still.includes('http-equiv="refresh"')]).toEqual([true, false]);
  expect(look).toHaveBeenCalledExactlyOnceWith(9);
  vi.advanceTimersByTime(1000);
  await page.look(9, true);
  expect(look).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});
