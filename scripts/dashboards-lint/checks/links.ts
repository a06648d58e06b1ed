import { readLinks } from '../links/read.ts';
import type { Check, DashboardContext, Problem } from './check.ts';
import { linkProblems } from './link-problems.ts';

/** Every link to a dashboard finds it, and what it carries is a variable there. */
export const links: Check = { name: 'link', dashboard: (context) => toDashboards(context) };

const toDashboards = (context: DashboardContext): readonly Problem[] =>
  [
    ...readLinks({ ...context.dashboard.json, panels: undefined }).map((link) => ({ link, panel: undefined })),
    ...context.dashboard.panels.flatMap((panel) =>
      readLinks({ ...panel.json, panels: undefined }).map((link) => ({ link, panel })),
    ),
  ].flatMap(({ link, panel }) =>
    linkProblems(link, context).map((problem) => ({ ...problem, ...(panel && { panel }) })),
  );
