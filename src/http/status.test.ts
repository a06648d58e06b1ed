import { afterEach, describe, expect, it, vi } from 'vitest';
import { appOn } from '../../test/support/http-app.ts';
import { longestBudgetSeconds } from './scrape-budget.ts';

afterEach(() => void vi.useRealTimers());

const appWith = (status: (budgetSeconds: number) => Promise<string>) => appOn({ status });

describe('/status', () => {
  const critical = '{"status":"critical"}\n';

  it('is the report within the usual budget, 200 whatever it says, and never kept', async () => {
    const budgets: number[] = [];
    const app = await appWith(async (budget) => {
      budgets.push(budget);
      return critical;
    });
    const response = await app.inject('/status');
    expect([response.statusCode, response.body]).toEqual([200, critical]);
    expect(response.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(budgets).toEqual([longestBudgetSeconds]);
    await app.close();
  });

  it('HEAD is GET without the body', async () => {
    const app = await appWith(async () => critical);
    const response = await app.inject({ method: 'HEAD', url: '/status' });
    expect([response.statusCode, response.body]).toEqual([200, '']);
    expect(response.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(critical.length),
    });
    await app.close();
  });

  it('is 500 with one line when it could not be told', async () => {
    const app = await appWith(() => Promise.reject(new Error('no thread')));
    const response = await app.inject('/status');
    expect([response.statusCode, response.body]).toEqual([500, 'no thread\n']);
    await app.close();
  });

  it('is 500 when it never is told', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const app = await appWith(() => new Promise(() => {}));
    const response = app.inject('/status');
    await vi.waitFor(() => expect(vi.getTimerCount()).toBeGreaterThan(0));
    await vi.advanceTimersByTimeAsync((longestBudgetSeconds + 1) * 1000);
    expect([(await response).statusCode, (await response).body]).toEqual([500, 'nothing came of it within 10.5 s\n']);
    await app.close();
  });

  it.each(['POST', 'DELETE'] as const)('%s is not found', async (method) => {
    const app = await appWith(async () => critical);
    expect((await app.inject({ method, url: '/status' })).statusCode).toBe(404);
    await app.close();
  });
});
