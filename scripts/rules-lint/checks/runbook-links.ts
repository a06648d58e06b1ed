import type { Check } from './check.ts';
import { isHeartbeat } from './heartbeat.ts';

/** An alert points to the page of its own name. The page itself is looked for by another check. */
export const runbookLinks: Check = {
  name: 'runbook-link',
  rule: ({ rule, expr }) => {
    const given = rule.annotations.get('runbook_url');
    const expected = `docs/runbooks/${rule.name}.md`;
    if (rule.kind === 'record' || given?.value === expected) return [];
    if (given === undefined && isHeartbeat(expr)) return [];
    const wrong = given === undefined ? 'no runbook_url' : `runbook_url: ${given.value}`;
    return [{ line: given?.lineAt(0) ?? rule.line, wrong, expected }];
  },
};
