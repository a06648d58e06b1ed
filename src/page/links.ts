import { runbookOf } from '../diagnosis/report/report-json.ts';
import { type Content, type Html, html } from './html.ts';
import type { About } from './view.ts';

/** The runbook of an alert: a link where it can be had here, else the path of its page in the repository. */
export const runbook = (alert: string, { runbooks }: About): Html =>
  runbooks.has(alert)
    ? html`<a href="/${runbookOf(alert)}">${runbookOf(alert)}</a>`
    : html`<code>${runbookOf(alert)}</code>`;

/** A source on the net; what is no address stays text. */
export const source = (address: string): Content =>
  /^https?:\/\//i.test(address) ? html`<a href="${address}" rel="noreferrer">${shortened(address)}</a>` : address;

/** An address in the words of those who cite it: `moby/moby#18180`, `moby/moby@7aeb3a1`. */
function shortened(address: string): string {
  const text = address.replace(/^https?:\/\//i, '');
  const [, repository, kind, what = ''] = /^github\.com\/([^/]+\/[^/]+)\/(issues|pull|commit)\/(\w+)$/.exec(text) ?? [];
  if (repository === undefined) return text;
  return kind === 'commit' ? `${repository}@${what.slice(0, 7)}` : `${repository}#${what}`;
}
