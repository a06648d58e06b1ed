import type { Check } from './check.ts';
import { linkedAlerts, namedAlerts } from './named-alerts.ts';

/** The runbooks that a panel names are there, each of an alert that is there; a panel links what it names. */
export const runbookLinks: Check = {
  name: 'runbook-link',
  panel: ({ panel, alerts, runbooks }) => {
    const linked = linkedAlerts(panel);
    return namedAlerts(panel).flatMap((alert) => {
      const page = `docs/runbooks/${alert}.md`;
      return [
        ...(alerts.has(alert) ? [] : [{ wrong: `${page} of no alert`, expected: 'an alert of rules/' }]),
        ...(runbooks.includes(`${alert}.md`) ? [] : [{ wrong: `there is no ${page}`, expected: 'a runbook' }]),
        ...(linked.includes(alert) ? [] : [{ wrong: `${page} only in words`, expected: 'a link to it' }]),
      ];
    });
  },
};
