import { isMap, isPair, isSeq, LineCounter, parseDocument, type YAMLMap } from 'yaml';
import { parseDuration } from '../promql/literals.ts';
import { parseExpr } from '../promql/parse.ts';
import type { Group, Rule, RuleFile, RuleSet, Scalar } from './model.ts';
import { scalarOf } from './scalar.ts';

/** The rules of some files. Never throws: what is not read is in `unreadable`. */
export function readRules(files: readonly RuleFile[]): RuleSet {
  const sets = files.map(readFile);
  return {
    groups: sets.flatMap(({ groups }) => groups),
    rules: sets.flatMap(({ rules }) => rules),
    unreadable: sets.flatMap(({ unreadable }) => unreadable),
  };
}

function readFile({ path, text }: RuleFile): RuleSet {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const unreadable = document.errors.map(({ pos, message }) => ({
    file: path,
    line: Math.max(lines.linePos(pos[0]).line, 1),
    problem: message.split('\n')[0] ?? '',
  }));
  const entries = unreadable.length === 0 && isMap(document.contents) ? mapsOf(document.contents, 'groups') : [];
  const read = entries.map((entry) => readGroup(entry, path, lines));
  return { groups: read.map(({ group }) => group), rules: read.flatMap(({ rules }) => rules), unreadable };
}

/** The maps in a list of a map. */
function mapsOf(map: YAMLMap, key: string): readonly YAMLMap[] {
  const list = map.get(key);
  return isSeq(list) ? list.items.filter((item) => isMap(item)) : [];
}

const lineOf = (node: YAMLMap, lines: LineCounter): number => Math.max(lines.linePos(node.range?.[0] ?? 0).line, 1);

function readGroup(entry: YAMLMap, file: string, lines: LineCounter): { group: Group; rules: readonly Rule[] } {
  const group: Group = {
    file,
    line: lineOf(entry, lines),
    name: textAt(entry, 'name', lines)?.value ?? '',
    interval: parseDuration(textAt(entry, 'interval', lines)?.value ?? ''),
  };
  return { group, rules: mapsOf(entry, 'rules').map((rule) => readRule(rule, group, lines)) };
}

const empty: Scalar = { value: '', lineAt: () => 1 };

function readRule(entry: YAMLMap, group: Group, lines: LineCounter): Rule {
  const alert = textAt(entry, 'alert', lines);
  const record = textAt(entry, 'record', lines);
  const text = textAt(entry, 'expr', lines) ?? { ...empty, lineAt: () => lineOf(entry, lines) };
  const parsed = parseExpr(text.value);
  return {
    group,
    line: lineOf(entry, lines),
    kind: alert === undefined ? 'record' : 'alert',
    name: (alert ?? record)?.value ?? '',
    text,
    ...('expr' in parsed ? { expr: parsed.expr } : { expr: undefined, broken: parsed }),
    for: parseDuration(textAt(entry, 'for', lines)?.value ?? '') ?? 0,
    labels: textsAt(entry, 'labels', lines),
    annotations: textsAt(entry, 'annotations', lines),
  };
}

const textAt = (map: YAMLMap, key: string, lines: LineCounter): Scalar | undefined =>
  scalarOf(map.get(key, true), lines);

function textsAt(map: YAMLMap, key: string, lines: LineCounter): ReadonlyMap<string, Scalar> {
  const inner = map.get(key, true);
  if (!isMap(inner)) return new Map();
  const texts = inner.items.filter(isPair).map(({ key: name, value }) => {
    const text = scalarOf(value, lines);
    return text === undefined ? undefined : ([String(name), text] as const);
  });
  return new Map(texts.filter((text) => text !== undefined));
}
