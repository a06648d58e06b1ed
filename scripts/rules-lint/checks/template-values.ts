import { isRatio } from '../registry/traits.ts';
import { actionsOf } from '../templates/actions.ts';
import type { Check, Problem, RuleContext } from './check.ts';

const ofRatios = ['humanizePercentage', 'humanize'];
const ofOthers = ['humanize', 'humanize1024', 'humanizeDuration', 'humanizeTimestamp', 'printf'];

/** The value is in no label, since an alert with another label is another alert; and it is printed for people. */
export const templateValues: Check = {
  name: 'template-value',
  rule: (context) => [...inLabels(context), ...inAnnotations(context)],
};

const ofValue = /^(\$value|\.Value)$/;

function inLabels({ rule }: RuleContext): readonly Problem[] {
  const moving = [...rule.labels].filter(([, { value }]) =>
    actionsOf(value).some(({ words }) => words.some((word) => word.kind === 'name' && ofValue.test(word.value))),
  );
  return moving.map(([name, { lineAt }]) => ({
    line: lineAt(0),
    wrong: `the value in the label ${name}`,
    expected: 'it in an annotation only',
  }));
}

function inAnnotations({ expr, registry, annotations }: RuleContext): readonly Problem[] {
  const ratio = isRatio(expr, registry);
  return annotations.flatMap(({ template, lineAt }) =>
    template.values
      .filter(({ functions }) => !functions.some((name) => isFormat(name, ratio)))
      .map(({ from }) => ({
        line: lineAt(from),
        wrong: ratio ? 'a ratio that is not humanized' : 'a value that is bare, or a percentage of what is no ratio',
        expected: ratio ? '{{ $value | humanizePercentage }} or humanize' : '{{ $value | humanize }}, or printf',
      })),
  );
}

const isFormat = (name: string, ratio: boolean): boolean => (ratio ? ofRatios.includes(name) : ofOthers.includes(name));
