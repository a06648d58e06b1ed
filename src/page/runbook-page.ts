import { runbookOf } from '../diagnosis/report/report-json.ts';
import { type Content, type Html, html } from './html.ts';
import { styleSheet } from './style.ts';

/** The style of the page, and what only a runbook has. Without quotes, ampersands and angle brackets as well. */
export const runbookStyle = `${styleSheet}
.runbook { padding-top: 1.25rem; padding-bottom: 2.5rem }
.runbook h2, .runbook h3 { margin: 1.5rem 0 0.5rem }
pre { margin: 0.5rem 0; font: 0.875rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
`;

/**
 * A runbook as a page: its text as it is written, with its headings and with links to the other runbooks that can be
 * had, by their `names` without ending.
 */
export const runbookPage = (name: string, text: string, names: ReadonlySet<string>): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name} – docker-host-exporter</title>
<link rel="icon" href="data:,">
<style>${runbookStyle}</style>
</head>
<body>
<main class="runbook">
${blocksOf(text, names)}</main>
<footer>
<ul>
<li><a href="/">This host</a></li>
${names.has('README') ? html`<li><a href="/${runbookOf('README')}">All runbooks</a></li>` : undefined}
</ul>
</footer>
</body>
</html>
`.toString();

/** A comment in a block of code looks like a heading and is none. */
const fenceOrHeading = /^```[\s\S]*?^```|^(#{1,6}) (.+)$/gm;

function blocksOf(text: string, names: ReadonlySet<string>): readonly Content[] {
  const blocks: Content[] = [];
  let from = 0;
  for (const { 0: whole, 1: marks, 2: words = '', index } of text.matchAll(fenceOrHeading)) {
    if (marks === undefined) continue;
    blocks.push(written(text.slice(from, index), names), heading(marks.length, words, names));
    from = index + whole.length;
  }
  return [...blocks, written(text.slice(from), names)];
}

function written(text: string, names: ReadonlySet<string>): Content {
  const lines = text.replace(/^\s*\n/, '').trimEnd();
  return lines === '' ? undefined : html`<pre>${linked(lines, names)}</pre>\n`;
}

function heading(level: number, words: string, names: ReadonlySet<string>): Html {
  const [id, content] = [anchorOf(words), linked(words, names)];
  if (level === 1) return html`<h1 id="${id}">${content}</h1>\n`;
  return level === 2 ? html`<h2 id="${id}">${content}</h2>\n` : html`<h3 id="${id}">${content}</h3>\n`;
}

/** What a heading is called in a link, as where the repository is shown. */
const anchorOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** `[words](target)`, or just `Name.md`, `Name.md#anchor`, `docs/runbooks/Name.md`. */
const reference = /\[([^\][]+)\]\(([^()\s]+)\)|(?<![\w./-])(?:docs\/runbooks\/)?[\w-]+\.md(?:#[\w-]+)?(?![\w/])/g;

/** The text with links instead of its references to runbooks that can be had; all others stay as they are. */
function linked(text: string, names: ReadonlySet<string>): readonly Content[] {
  const pieces: Content[] = [];
  let from = 0;
  for (const { 0: whole, 1: words = whole, 2: target = whole, index } of text.matchAll(reference)) {
    const address = addressOf(target, names);
    if (address === undefined) continue;
    pieces.push(text.slice(from, index), html`<a href="${address}">${words}</a>`);
    from = index + whole.length;
  }
  return [...pieces, text.slice(from)];
}

function addressOf(target: string, names: ReadonlySet<string>): string | undefined {
  const [, name, anchor = ''] = /^(?:docs\/runbooks\/)?([\w-]+)\.md(#[\w-]+)?$/.exec(target) ?? [];
  return name !== undefined && names.has(name) ? `/${runbookOf(name)}${anchor}` : undefined;
}
