import { duration, number } from '../diagnosis/report/words.ts';
import type { Offender, OffenderKind } from '../model/offenders.ts';
import { type Content, type Html, html } from './html.ts';
import { code, name } from './prose.ts';
import { note } from './section.ts';
import { type Column, table } from './table.ts';
import type { View } from './view.ts';
import { who } from './who.ts';

export interface OffenderTable {
  readonly caption: string;
  readonly kinds: readonly OffenderKind[];
  /** What is counted; nothing where each of them is one. */
  readonly counted?: string;
  /** Pids of processes, and places of mounts. */
  readonly shows: readonly ('pids' | 'places')[];
  /** What an offender of each kind is, where there are several. */
  readonly kindWords?: Partial<Readonly<Record<OffenderKind, string>>>;
}

/** Offenders by name, the worst first; nothing where there are none. */
export function offenderTable(view: View, { caption, kinds, ...options }: OffenderTable): Content {
  const { worst, totals } = view.diagnosis.offenders;
  const named = kinds.flatMap((kind) => worst.filter((offender) => offender.kind === kind));
  const all = kinds.reduce((sum, kind) => sum + totals[kind], 0);
  if (all === 0) return undefined;
  const unnamed = all - named.reduce((sum, { count }) => sum + count, 0);
  const fields = fieldsOf(options);
  return [
    named.length === 0
      ? undefined
      : table({
          caption,
          columns: fields.map(({ title, isNumber = false }) => ({ title, isNumber })),
          rows: named.map((offender) => fields.map(({ of }) => of(offender))),
        }),
    unnamed > 0 ? leftOut(unnamed) : undefined,
  ];
}

const leftOut = (unnamed: number): Html =>
  note(html`${number(unnamed)} more not named here: ${code('--offenders.max')} says how many names there are.`);

interface Field extends Column {
  of(offender: Offender): Content;
}

function fieldsOf({ counted, shows, kindWords }: Omit<OffenderTable, 'caption' | 'kinds'>): readonly Field[] {
  const fields: readonly (Field | undefined)[] = [
    { title: 'Who', of: who },
    kindWords && { title: 'What', of: ({ kind }) => kindWords[kind] },
    counted === undefined ? undefined : { title: counted, isNumber: true, of: amountOf },
    { title: 'Seen for', isNumber: true, of: ({ age }) => duration(age) },
    shows.includes('pids') ? { title: 'Pids', of: pids } : undefined,
    shows.includes('places') ? { title: 'Mounted at', of: places } : undefined,
  ];
  return fields.filter((field) => field !== undefined);
}

/** A ghost is one for having no process. */
const amountOf = ({ kind, count }: Offender): string => (kind === 'ghost' ? '0' : number(count));

/** So many are told of one offender. */
const mostPids = 10;
const mostPlaces = 10;

const pids = ({ pids: all }: Offender): Content =>
  all.length === 0 ? '–' : `${all.join(' ')}${all.length < mostPids ? '' : ' …'}`;

const places = ({ places: all, count }: Offender): Content =>
  all.length === 0
    ? '–'
    : html`<ul class="places">${all.map((place) => html`<li><code>${name(place)}</code></li>`)}${all.length < count && all.length >= mostPlaces ? html`<li>…</li>` : undefined}</ul>`;
