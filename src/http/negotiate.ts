import Negotiator from 'negotiator';
import type { Format } from '../exposition/render.ts';

const textType = 'text/plain;version=0.0.4';
const openMetricsType = 'application/openmetrics-text;version=1.0.0';

/**
 * Which format a client wants by its `Accept` header. Text wins when it does not matter to the client,
 * and when it accepts neither: a scrape is better than a refusal.
 */
export function negotiateFormat(accept: string | undefined): Format {
  if (accept === undefined) return 'text';
  // Prometheus 3 adds `escaping=…` to its types; our names need none, so it makes no difference
  const plain = accept.replace(/;\s*escaping=[^;,]*/g, '');
  const chosen = new Negotiator({ headers: { accept: plain } }).mediaTypes([textType, openMetricsType])[0];
  return chosen === openMetricsType ? 'openMetrics' : 'text';
}

/** Whether a client would rather have HTML than text: browsers say so, and curl does not. */
export function prefersHtml(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  return new Negotiator({ headers: { accept } }).mediaTypes(['text/plain', 'text/html'])[0] === 'text/html';
}

/** Whether a client takes gzip, by its `Accept-Encoding` header. */
export function acceptsGzip(acceptEncoding: string | undefined): boolean {
  if (acceptEncoding === undefined) return false;
  return (
    new Negotiator({ headers: { 'accept-encoding': acceptEncoding } }).encodings(['gzip', 'identity'])[0] === 'gzip'
  );
}
