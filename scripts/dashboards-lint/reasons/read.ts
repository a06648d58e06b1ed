import { isMap, isScalar, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';

/** Why a finding is none: of one panel, or of the dashboard itself. */
export interface Reason {
  readonly line: number;
  readonly rule: string;
  /** The uid of the dashboard. */
  readonly dashboard: string;
  /** The title of the panel; empty for what is of no panel. */
  readonly panel: string;
  readonly reason: string;
}

export interface Reasons {
  readonly reasons: readonly Reason[];
  readonly unreadable: readonly { readonly line: number; readonly problem: string }[];
}

/**
 * The file of reasons: a list of `rule`, `dashboard`, `reason` and, where it is about panels, `panels` with their
 * titles. Never throws.
 */
export function readReasons(text: string): Reasons {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const unreadable = document.errors.map(({ pos, message }) => ({
    line: lines.linePos(pos[0]).line,
    problem: message.split('\n')[0] ?? '',
  }));
  if (unreadable.length > 0 || document.contents === null) return { reasons: [], unreadable };
  if (!isSeq(document.contents)) return { reasons: [], unreadable: [{ line: 1, problem: 'no list of reasons' }] };
  const entries = document.contents.items.filter((item) => isMap(item));
  return { reasons: entries.flatMap((entry) => reasonsOf(entry, lines)), unreadable };
}

function reasonsOf(entry: YAMLMap, lines: LineCounter): readonly Reason[] {
  const lineOf = (node: { readonly range?: readonly number[] | null }) => lines.linePos(node.range?.[0] ?? 0).line;
  const text = (key: string) => String(entry.get(key) ?? '').trim();
  const shared = { rule: text('rule'), dashboard: text('dashboard'), reason: text('reason') };
  const panels = entry.get('panels', true);
  if (!isSeq(panels)) return [{ ...shared, line: lineOf(entry), panel: '' }];
  return panels.items
    .filter((item) => isScalar(item))
    .map((item) => ({ ...shared, line: lineOf(item), panel: String(item.value) }));
}
