import { comparedNumbers } from '../registry/alerts.ts';
import type { Check, PanelContext } from './check.ts';
import { namedAlerts } from './named-alerts.ts';
import { showsNumbers } from './panel-kinds.ts';
import { drawnNumbers } from './threshold-steps.ts';

/** A panel that belongs to an alert shows from where on it fires, in each severity, or counts by the same number. */
export const thresholdDrawn: Check = {
  name: 'threshold-drawn',
  panel: (context) => (showsNumbers(context.panel) ? missing(context) : []),
};

function missing({ panel, alerts, dashboard }: PanelContext) {
  const compared = dashboard.queries.flatMap((query) =>
    query.panel === panel && 'expr' in query.parsed ? comparedNumbers(query.parsed.expr) : [],
  );
  const drawn = [...drawnNumbers(panel), ...compared];
  return namedAlerts(panel).flatMap((alert) =>
    (alerts.get(alert) ?? []).flatMap(({ severity, limit }) =>
      limit === undefined || drawn.includes(limit)
        ? []
        : [{ wrong: `no threshold at ${limit}`, expected: `it, where ${alert} fires as ${severity}` }],
    ),
  );
}
