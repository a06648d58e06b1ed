import type { Check } from './check.ts';

/** The summary heads a group of alerts: one sentence, the same for all of them. */
export const summaries: Check = {
  name: 'summary',
  rule: ({ rule }) => {
    if (rule.kind === 'record') return [];
    const summary = rule.annotations.get('summary');
    const text = summary?.value ?? '';
    const line = summary?.lineAt(0) ?? rule.line;
    if (text === '') return [{ line, wrong: 'no summary', expected: 'one sentence' }];
    if (text.includes('{{'))
      return [{ line, wrong: 'a template in the summary', expected: 'text that is the same for all' }];
    const isSentence = /^\S[^\n]*\.$/.test(text) && !/[.!?]\s/.test(text);
    return isSentence ? [] : [{ line, wrong: `summary: ${text}`, expected: 'one sentence that ends with a period' }];
  },
};
