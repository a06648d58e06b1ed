import type { Check, FileProblem, SetContext } from './check.ts';

const directory = 'docs/runbooks';

/**
 * Each page that an alert points to is there, and each page belongs to an alert: but for the list of them, and
 * for those in lower case, which several runbooks share.
 */
export const runbookPages: Check = {
  name: 'runbook-page',
  set: (context) => [...missing(context), ...orphaned(context)],
};

function missing({ rules: { rules }, runbooks }: SetContext): readonly FileProblem[] {
  const pages = new Set(runbooks.map((page) => `${directory}/${page}`));
  return rules.flatMap(({ group: { file }, line, name, annotations }) => {
    const url = annotations.get('runbook_url');
    if (url === undefined || pages.has(url.value)) return [];
    return [
      { file, line: url.lineAt(0) || line, rule: name, wrong: `there is no ${url.value}`, expected: 'a runbook' },
    ];
  });
}

function orphaned({ rules: { rules }, runbooks }: SetContext): readonly FileProblem[] {
  const alerts = new Set(rules.filter(({ kind }) => kind === 'alert').map(({ name }) => `${name}.md`));
  return runbooks
    .filter((page) => /^[A-Z]/.test(page) && page !== 'README.md' && !alerts.has(page))
    .map((page) => ({
      file: `${directory}/${page}`,
      line: 1,
      rule: page.replace(/\.md$/, ''),
      wrong: 'a runbook of no alert',
      expected: 'an alert of this name',
    }));
}
