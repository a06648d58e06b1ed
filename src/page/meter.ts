import { severityOf } from '../diagnosis/report/finding.ts';
import { percent } from '../diagnosis/report/words.ts';
import { type Html, html } from './html.ts';

const width = 100;
const height = 6;

interface Limits {
  readonly warning: number;
  readonly critical: number;
}

/**
 * A bar for a share of a limit, with marks where it begins to be too much. Drawn by attributes: the page
 * allows no style of an element.
 */
export function meter(ratio: number, limits: Limits, of: string): Html {
  const filled = Math.min(1, Math.max(0, ratio)) * width;
  const severity = severityOf(ratio, limits) ?? 'ok';
  const label = `${percent(ratio)} of ${of}; warning from ${percent(limits.warning)}, critical from ${percent(limits.critical)} on`;
  return html`<svg class="meter ${severity}" role="img" aria-label="${label}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none"><rect class="track" width="${width}" height="${height}" rx="1"/><rect class="fill" width="${filled.toFixed(2)}" height="${height}" rx="1"/>${[limits.warning, limits.critical].map(mark)}</svg>`;
}

const mark = (at: number): Html =>
  html`<rect class="mark" x="${(at * width).toFixed(2)}" width="0.5" height="${height}"/>`;
