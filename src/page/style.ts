import { palette, properties } from './palette.ts';
import { componentStyle } from './style-components.ts';
import { tableStyle } from './style-tables.ts';

const tones = ['ok', 'info', 'warning', 'critical', 'unknown'] as const;

const pageStyle = `
*,*::before,*::after { box-sizing: border-box }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 0.9375rem/1.5 system-ui, -apple-system, Roboto, Ubuntu, Cantarell, sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
h1, h2, h3, p, dl, dd, ul, ol, table { margin: 0; padding: 0 }
ul, ol { list-style: none }
a { color: var(--link); text-underline-offset: 0.15em }
a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px }
code { font: 0.8125rem/1.4 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; overflow-wrap: anywhere }
main, footer, .banner { max-width: 76rem; margin: 0 auto; padding: 0 1.5rem }
summary { cursor: pointer; color: var(--link) }
details[open] summary { margin-bottom: 0.5rem }
ol + details, p + details, table + details { margin-top: 0.875rem }
.option { display: inline-block; max-width: 100% }
h2 { font-size: 1.0625rem; font-weight: 650; margin-bottom: 0.75rem }
section {
  container-type: inline-size; background: var(--surface); border: 1px solid var(--line);
  border-radius: 0.5rem; padding: 1.125rem 1.25rem; margin-top: 1.25rem; scroll-margin-top: 1rem;
}
.columns { columns: 30rem 2; column-gap: 1.25rem; margin-top: 1.25rem }
.columns section { break-inside: avoid }
.columns section:first-child { margin-top: 0 }
.muted, .note { color: var(--muted) }
.about { display: block; color: var(--muted); font-size: 0.8125rem }
.gap { color: var(--unknown) }
.bad { color: var(--critical) }
footer { padding-top: 1.5rem; padding-bottom: 2.5rem; color: var(--muted) }
footer ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem }
@media (max-width: 40rem) { main, footer, .banner { padding-left: 0.875rem; padding-right: 0.875rem } section { padding: 1rem 0.875rem } }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth } }
`;

/**
 * The style of the page. Without quotes, ampersands and angle brackets: it goes through the same escaping as all
 * else, and has to come out as it is.
 */
export const styleSheet: string = [
  `:root{color-scheme:light dark;${properties(palette.light)}}`,
  `@media (prefers-color-scheme:dark){:root{${properties(palette.dark)}}}`,
  ...tones.map((tone) => `.${tone}{--tone:var(--${tone});--tone-ground:var(--${tone}-ground)}`),
  ...[pageStyle, componentStyle, tableStyle].map((part) => part.trim().replace(/\s+/g, ' ')),
].join('\n');
