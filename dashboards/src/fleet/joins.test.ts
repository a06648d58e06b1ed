import { expect, it } from 'vitest';
import { countOf, highest, worst } from './joins.ts';

it('chooses the lines once for the whole range, at its end', () => {
  expect(highest(10, 'a{}', ['space'])).toBe(
    'a{} and on (cluster, job, instance, space) topk(10, max_over_time(a{}[$__range] @ end()))',
  );
  expect(worst(20, 'up{}')).toBe(
    'up{} and on (cluster, job, instance) bottomk(20, avg_over_time(up{}[$__range] @ end()))',
  );
});

it('chooses among exporters where other programs have the series, too', () => {
  expect(highest(10, 'a{}', [], (expr) => `${expr} and x`)).toBe(
    'a{} and on (cluster, job, instance) topk(10, max_over_time(a{}[$__range] @ end()) and x)',
  );
});

it('counts none as 0 only where something was looked at', () => {
  expect(countOf('a == 1', 'a')).toBe('count(a == 1) or 0 * count(a)');
});
