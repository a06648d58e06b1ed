import { runbookOf } from '../diagnosis/report/report-json.ts';
import type { Status } from '../model/report.ts';
import { type Content, type Html, html } from './html.ts';
import { palette } from './palette.ts';
import { styleSheet } from './style.ts';
import type { About } from './view.ts';

/** Everything around the content of a page. It asks for nothing besides itself, and runs nothing. */
export const documentOf = (about: About, status: Status, content: Content): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${about.refreshSeconds === undefined ? undefined : html`<meta http-equiv="refresh" content="${about.refreshSeconds}">`}
<title>${status}: ${about.host} – docker-host-exporter</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='4' fill='%23${palette.dark[status].slice(1)}'/%3E%3C/svg%3E">
<style>${styleSheet}</style>
</head>
<body>
${content}${footer(about)}</body>
</html>
`.toString();

const footer = ({ telemetryPath, runbooks }: About): Html => html`<footer>
<ul>
<li><a href="${telemetryPath}">Metrics</a> for Prometheus</li>
<li><a href="/status">Status</a> as JSON</li>
<li><a href="/-/healthy">Healthy</a>: the exporter lives</li>
<li><a href="/-/ready">Ready</a>: it has looked at the host</li>
${runbooks.has('README') ? html`<li><a href="/${runbookOf('README')}">Runbooks</a>: what to do about each alert</li>` : undefined}
</ul>
</footer>
`;
