import type { Answer } from './api.ts';
import { interpolate, type Multi } from './interpolate.ts';
import type { Query } from './queries.ts';
import type { Site } from './site.ts';
import { rangeOf, timeValues } from './time.ts';
import type { Variation } from './variations.ts';

/** What Prometheus says to a query when these values are chosen. A query that cannot be sent is answered with an error. */
export async function ask(site: Site, query: Query, { world, values }: Variation, multi: Multi): Promise<Answer> {
  const { api, now } = site[world];
  const range = rangeOf(query, now);
  let text: string;
  try {
    text = interpolate(query.expr, { ...values, ...timeValues(range) }, multi);
  } catch (error) {
    return { error: String(error), remarks: [], series: [] };
  }
  if (query.shape === 'instant') return api.instant(text, now);
  if (query.shape === 'range') return api.range(text, range);
  return api.labelValues(query.label ?? '', text === '' ? undefined : text, range);
}
