import type { SectionId } from '../options.ts';

/** A part of the report: what one section of the benchmark found. */
export interface Part {
  readonly id: SectionId;
  readonly title: string;
  readonly markdown: string;
}

const opening = (id: SectionId): string => `<!-- bench: ${id} -->`;
const closing = (id: SectionId): string => `<!-- end: ${id} -->`;

const head = `# Performance

Written by \`npm run bench\` (root, Debian packages prometheus-node-exporter, docker.io, busybox-static, and gcc
for the parts in C). Each part is replaced when it is measured again; nothing here is written by hand.

How it is measured: ours and the baseline run in turn (ours, baseline, ours, baseline, …); a figure is the median
of the rounds, and a ratio is the median of the ratios of each pair, with the least and the greatest in parentheses.
CPU time is user and system time of all threads of the process. A scrape counts only when it was answered in
full: an incomplete one fails its part, which then keeps its old figures. MB is 10⁶ bytes.
`;

/**
 * The report with `parts` in it. Parts that this run did not measure stay as they are in `before`; one
 * that was never measured says so.
 */
export function composeReport(
  before: string,
  parts: readonly Part[],
  order: readonly (readonly [SectionId, string])[],
): string {
  const sections = order.map(([id, title]) => {
    const part = parts.find((each) => each.id === id);
    const text = part?.markdown ?? bodyOf(before, id) ?? 'Not measured yet.';
    return `## ${part?.title ?? title}\n\n${opening(id)}\n\n${text.trim()}\n\n${closing(id)}\n`;
  });
  return [head, ...sections].join('\n');
}

/** What stands between the marks of a part. */
export function bodyOf(report: string, id: SectionId): string | undefined {
  const from = report.indexOf(opening(id));
  const to = report.indexOf(closing(id));
  return from < 0 || to < from ? undefined : report.slice(from + opening(id).length, to).trim();
}
