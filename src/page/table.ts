import { type Content, type Html, html } from './html.ts';

export interface Column {
  readonly title: string;
  /** Numbers stand at the right edge. */
  readonly isNumber?: boolean;
}

export interface Table {
  readonly caption: Content;
  /** The first one names what its row is about. */
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Content[])[];
  /** Prose in several columns: it takes the whole width of the page. */
  readonly isWide?: boolean;
}

/**
 * A table that becomes a list of cards where it is narrow. Elements that are not laid out as a table are none
 * to some screen readers: the roles say that they still are.
 */
export const table = ({
  caption,
  columns,
  rows,
  isWide,
}: Table): Html => html`<table role="table" class="${isWide ? 'wide' : 'usual'}">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns.map(heading)}</tr></thead>
<tbody role="rowgroup">${rows.map((cells) => row(cells, columns))}</tbody>
</table>
`;

const numeric = ({ isNumber }: Column): string => (isNumber ? 'number' : 'text');

const heading = (column: Column): Html =>
  html`<th role="columnheader" scope="col" class="${numeric(column)}">${column.title}</th>`;

const row = (cells: readonly Content[], columns: readonly Column[]): Html =>
  html`<tr role="row">${columns.map((column, index) => cell(cells[index], column, index))}</tr>
`;

const cell = (content: Content, column: Column, index: number): Html =>
  index === 0
    ? html`<th role="rowheader" scope="row">${content}</th>`
    : html`<td role="cell" class="${numeric(column)}" data-label="${column.title}">${content}</td>`;
