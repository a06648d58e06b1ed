/** What stands between `{{` and `}}` in a template of Go. */
export interface Action {
  readonly from: number;
  readonly words: readonly Word[];
}

export interface Word {
  readonly kind: 'text' | 'name' | 'sign';
  /** A text without its quotes; a name such as `printf`, `$labels.instance` or `.Labels.name`. */
  readonly value: string;
}

const action = /\{\{-?((?:"(?:\\.|[^"\\])*"|`[^`]*`|(?!-?\}\}).)*?)-?\}\}/gs;
const word = /"(?:\\.|[^"\\])*"|`[^`]*`|[$.\w]+|:=|[^\s]/gs;

/** The actions of a template, in their order. What is no action is no concern of the linter. */
export const actionsOf = (template: string): readonly Action[] =>
  [...template.matchAll(action)].map(({ index, 1: code = '' }) => ({
    from: index,
    words: [...code.matchAll(word)].map(([text]) => wordOf(text)),
  }));

function wordOf(text: string): Word {
  if (text.startsWith('"')) return { kind: 'text', value: text.slice(1, -1).replace(/\\(.)/gs, '$1') };
  if (text.startsWith('`')) return { kind: 'text', value: text.slice(1, -1) };
  return { kind: /^[$.\w]+$/.test(text) ? 'name' : 'sign', value: text };
}
