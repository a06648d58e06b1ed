import { type Content, type Html, html } from './html.ts';

export type Figure = readonly [label: Content, value: Content];

/** A list of values with their labels. */
export const figures = (list: readonly Figure[]): Html =>
  html`<dl class="figures">${list.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
`;
