import { type Content, type Html, html } from './html.ts';

/** A part of the page that can be linked to. */
export const section = (id: string, title: string, content: Content): Html =>
  html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}</section>
`;

/** A line below a table or a list. */
export const note = (content: Content): Html => html`<p class="note">${content}</p>
`;
