/**
 * Words for numbers: value mappings.
 *
 * Use: `words: engineWords` in a panel, or `wordsFor([[0, 'none', colours.fine]])`; the key is a number, or the text of
 * a cell.
 */
import { MappingType, SpecialValueMatch, type ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { colours } from './limits.ts';

type Word = readonly [value: number | string, text: string, colour: string];

/** Grafana matches numbers and text alike by the text of the key. */
export const wordsFor = (words: readonly Word[]): ValueMapping[] => [
  {
    type: MappingType.ValueToText,
    options: Object.fromEntries(words.map(([value, text, color], index) => [`${value}`, { text, color, index }])),
  },
];

/**
 * What a tile without data says, in grey: Grafana gives it the colour of what is well. Other mappings do not apply to
 * it, and neither do limits.
 */
export const emptyWords = (text: string): ValueMapping[] => [
  {
    type: MappingType.SpecialValue,
    options: { match: SpecialValueMatch.Null, result: { text, color: colours.unknown } },
  },
];

/** The codes of `engineCode`, `engineOrExporterCode` and `probeCodes`. */
export const engineWords = wordsFor([
  [0, 'Answers', colours.fine],
  [1, 'Denies access', colours.warning],
  [2, 'Answers with an error', colours.warning],
  [3, 'Does not answer', colours.critical],
  [4, 'Refuses connections', colours.critical],
  [5, 'Does not run', colours.critical],
  [6, 'Exporter down', colours.warning],
]);

export const yesNoWords = (yes: string, no: string): ValueMapping[] =>
  wordsFor([
    [1, yes, colours.fine],
    [0, no, colours.critical],
  ]);

export const alertSeverityWords = wordsFor([
  ['critical', 'page', colours.critical],
  ['warning', 'ticket', colours.warning],
  ['info', 'digest', colours.info],
]);

export const advisorySeverityWords = wordsFor([
  ['critical', 'critical', colours.critical],
  ['high', 'high', colours.warning],
  ['medium', 'medium', 'yellow'],
  ['low', 'low', colours.info],
  ['info', 'info', colours.info],
]);

export const verdictWords = wordsFor([
  ['exposed', 'exposed', colours.critical],
  ['possible', 'possible', colours.warning],
  ['unknown', 'unknown', colours.unknown],
]);
