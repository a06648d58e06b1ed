import type { Advisory, Condition } from '../../src/model/advisory.ts';
import { conditionItems } from './advisories-conditions.ts';
import type { Sense } from './advisories-ranges.ts';
import { list, prose, sentence } from './advisories-text.ts';
import { code } from './markdown.ts';

/** The blocks of one advisory, from its heading on. */
export function advisoryBlocks(advisory: Advisory): readonly string[] {
  const { id, title, symptom, remedy, exposed, possible, unless, notes } = advisory;
  return [
    `### ${code(id)}`,
    `**${prose(title)}**`,
    factsText(advisory),
    `Symptom: ${sentence(symptom)}`,
    `Remedy: ${sentence(remedy)}`,
    ...conditionBlocks('Exposed', exposed, 'affected'),
    ...(possible === undefined ? [] : conditionBlocks('Possible', possible, 'affected')),
    ...(unless === undefined ? [] : conditionBlocks('Clear all the same', unless, 'asked for')),
    ...contradictionBlocks(advisory),
    ...(notes === undefined ? [] : [`Notes: ${sentence(notes)}`]),
    referencesText(advisory.references),
  ];
}

function factsText({ severity, confidence, checked, explains }: Advisory): string {
  const alerts = (explains ?? []).map((name) => `[${name}](runbooks/${name}.md)`);
  const explained = alerts.length === 0 ? '' : ` Would explain ${alerts.join(', ')}.`;
  return `Severity ${severity}, confidence ${confidence}, compared with its sources on ${checked}.${explained}`;
}

function conditionBlocks(name: string, condition: Condition, sense: Sense): readonly string[] {
  const items = conditionItems(condition, sense);
  return [`${name}, if${items.length > 1 ? ' all of this holds' : ''}:`, list(items)];
}

const contradictionBlocks = ({ contradictions = [] }: Advisory): readonly string[] =>
  contradictions.flatMap(({ when, because }) => [
    ...conditionBlocks('Unknown, as facts contradict each other', when, 'asked for'),
    `Because: ${sentence(because)}`,
  ]);

/** Addresses as they are: they are what somebody wants to copy. */
export const referencesText = (references: readonly string[]): string =>
  `References: ${references.map((address) => `<${address}>`).join(', ')}`;
