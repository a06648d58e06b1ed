import { type ParsedExpr, parseExpr } from '../promql/parse.ts';
import { type Action, actionsOf } from './actions.ts';

/** A query that a template asks. `%q` is replaced by the name of its argument in quotes, such as "$labels.instance". */
export interface TemplateQuery {
  readonly from: number;
  readonly parsed: ParsedExpr;
}

/** A label that a template uses: of the alert, of a sample of a query, or of nothing that has labels. */
export interface LabelUse {
  readonly from: number;
  readonly label: string;
  readonly of: 'alert' | TemplateQuery | undefined;
}

/** The value of the alert, and the functions that it goes through. */
export interface ValueUse {
  readonly from: number;
  readonly functions: readonly string[];
}

export interface Template {
  readonly queries: readonly TemplateQuery[];
  readonly labels: readonly LabelUse[];
  /** Values that are printed; one that is only compared is not among them. */
  readonly values: readonly ValueUse[];
}

type Dot = LabelUse['of'];

/** What a template of an alert uses. Never throws. */
export function readTemplate(text: string): Template {
  const queries: TemplateQuery[] = [];
  const labels: LabelUse[] = [];
  const values: ValueUse[] = [];
  const dots: Dot[] = ['alert'];
  for (const action of actionsOf(text)) {
    const query = queryOf(action);
    if (query !== undefined) queries.push(query);
    const keyword = action.words[0]?.value ?? '';
    if (keyword === 'end') leave(dots);
    if (keyword === 'else') dots[dots.length - 1] = dots.at(-2) ?? 'alert';
    labels.push(...labelUses(action, dots.at(-1)));
    if (blocks.has(keyword)) dots.push(dotWithin(keyword, query, dots.at(-1)));
    else values.push(...valueUses(action));
  }
  return { queries, labels, values };
}

const blocks: ReadonlySet<string> = new Set(['if', 'range', 'with']);

function leave(dots: Dot[]): void {
  if (dots.length > 1) dots.pop();
}

function dotWithin(keyword: string, query: TemplateQuery | undefined, dot: Dot): Dot {
  if (keyword === 'if') return dot;
  return keyword === 'range' ? query : undefined;
}

function labelUses({ from, words }: Action, dot: Dot): readonly LabelUse[] {
  return words.flatMap(({ kind, value }) => {
    const [, root, label] = (kind === 'name' && /^(\$labels|\.Labels)\.(\w+)$/.exec(value)) || [];
    if (label === undefined) return [];
    return [{ from, label, of: root === '$labels' ? ('alert' as const) : dot }];
  });
}

function valueUses({ from, words }: Action): readonly ValueUse[] {
  const names = words.filter(({ kind }) => kind === 'name').map(({ value }) => value);
  return names.includes('$value') ? [{ from, functions: names.filter((name) => /^[a-z]/.test(name)) }] : [];
}

function queryOf({ from, words }: Action): TemplateQuery | undefined {
  if (!words.some(({ kind, value }) => kind === 'name' && value === 'query')) return undefined;
  const at = words.findIndex(({ kind }) => kind === 'text');
  const format = words[at]?.value;
  if (format === undefined) return { from, parsed: { problem: 'a query without a text', from: 0 } };
  const names = words.slice(at + 1).flatMap(({ kind, value }) => (kind === 'name' ? [value] : []));
  let next = 0;
  const text = format.replace(/%q/g, () => JSON.stringify(names[next++] ?? '%q'));
  return { from, parsed: parseExpr(text) };
}
