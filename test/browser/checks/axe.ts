import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface AxeResult {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

interface AxeResults {
  readonly violations: readonly AxeResult[];
  readonly incomplete: readonly AxeResult[];
  readonly passes: readonly AxeResult[];
}

/**
 * What axe-core finds on the page, and what it could not decide. The page's policy has to be bypassed.
 * @param rules These alone; all unless given.
 */
export async function axeProblems(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe.source);
  const options = rules === undefined ? {} : { runOnly: { type: 'rule', values: rules } };
  const results = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  if (results.passes.length + results.violations.length === 0) throw new Error('axe-core has looked at nothing');
  return [...results.violations, ...results.incomplete].map(lineOf);
}

const lineOf = ({ id, nodes }: AxeResult): string =>
  `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 150)} ${nodes[0]?.failureSummary ?? ''}`;
