import type { Annotation, Dashboard, Panel, Target, Variable } from './grafana.ts';
import { type VariableQuery, variableQuery } from './variable-query.ts';

/** How Grafana asks: once at the end of the range, in steps over it, or for the values of a label. */
export type Shape = 'instant' | 'range' | VariableQuery['kind'];

/** One question of a dashboard to Prometheus, with Grafana's variables still in it. */
export interface Query {
  /** The uid of the dashboard. */
  readonly dashboard: string;
  /** The title of the panel, `variable NAME` or `annotation NAME`. */
  readonly place: string;
  readonly refId: string;
  readonly expr: string;
  readonly shape: Shape;
  /** Of a question for the values of a label. */
  readonly label?: string;
  /** Kind of the panel; `variable` and `annotation` for those. */
  readonly kind: string;
  /** `{{label}}` in it are labels that the result must have. */
  readonly legend: string;
  /** Range of time, as `6h`. */
  readonly span: string;
  /** Smallest step, as `1m`, if the panel has one. */
  readonly interval?: string;
}

const lastSpan = '6h';

/** Dashboard, place and refId: how the lists of exceptions and the tests call a query. */
export const nameOf = ({ dashboard, place, refId }: Query): string => `${dashboard} / ${place} / ${refId}`;

/** Every query of a dashboard, also those of rows that are closed. Errors: a variable of which the query is not known. */
export function queriesOf(dashboard: Dashboard): readonly Query[] {
  const span = /^now-(\w+)$/.exec(dashboard.time?.from ?? '')?.[1] ?? lastSpan;
  const common = { dashboard: dashboard.uid, span };
  return [
    ...(dashboard.templating?.list ?? []).flatMap((variable) => ofVariable(variable, common)),
    ...(dashboard.annotations?.list ?? []).flatMap((annotation) => ofAnnotation(annotation, common)),
    ...panelsOf(dashboard).flatMap((panel) => ofPanel(panel, common)),
  ];
}

/** Every panel of a dashboard, also those of rows that are closed. */
export const panelsOf = ({ panels = [] }: Dashboard): readonly Panel[] =>
  panels.flatMap((panel) => [panel, ...(panel.panels ?? [])]);

type Common = Pick<Query, 'dashboard' | 'span'>;

function ofVariable(variable: Variable, common: Common): readonly Query[] {
  if (variable.type !== 'query') return [];
  const place = `variable ${variable.name}`;
  const text = typeof variable.query === 'string' ? variable.query : variable.query?.query;
  const { kind: shape, expr, label } = variableQuery(text ?? variable.definition ?? '', place);
  return [{ ...common, place, refId: 'A', expr, shape, kind: 'variable', legend: '', ...(label && { label }) }];
}

function ofAnnotation(annotation: Annotation, common: Common): readonly Query[] {
  const { name, expr, step, titleFormat = '', textFormat = '' } = annotation;
  if (expr === undefined) return [];
  const legend = `${titleFormat} ${textFormat}`;
  const place = `annotation ${name}`;
  return [
    { ...common, place, refId: 'A', expr, shape: 'range', kind: 'annotation', legend, ...(step && { interval: step }) },
  ];
}

const ofPanel = (panel: Panel, common: Common): readonly Query[] =>
  (panel.targets ?? []).filter(({ expr }) => expr !== undefined).flatMap((target) => ofTarget(panel, target, common));

function ofTarget(panel: Panel, target: Target, common: Common): readonly Query[] {
  const { expr = '', refId = '', instant = false, range = !instant, legendFormat = '' } = target;
  const interval = target.interval ?? panel.interval;
  const query = {
    ...common,
    ...(panel.timeFrom ? { span: panel.timeFrom } : {}),
    place: panel.title ?? '',
    refId,
    expr,
    kind: panel.type,
    legend: legendFormat === '__auto' ? '' : legendFormat,
    ...(interval ? { interval } : {}),
  };
  const shapes: readonly Shape[] = [...(instant ? (['instant'] as const) : []), ...(range ? (['range'] as const) : [])];
  return shapes.map((shape) => ({ ...query, shape }));
}
