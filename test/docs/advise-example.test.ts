import { expect, it } from 'vitest';
import { factsOf } from '../../src/advisories/given-facts.ts';
import { shippedCatalogue } from '../../src/catalogue/shipped.ts';
import { adviceOf, textOf } from '../../src/commands/advise-answer.ts';
import { chosenFrom } from '../../src/commands/advise-choice.ts';
import { configOf } from '../config/read.ts';
import { codeBlocks, textOf as pageOf } from './markdown.ts';

/** The command of the example in README.md, and what it printed there. */
function example(): { readonly line: string; readonly output: string } {
  const block = codeBlocks(pageOf('README.md'), 'console').find((text) => text.includes(' advise ')) ?? '';
  const [, line = '', output = ''] = /^\$ node dist\/main\.js ((?:.*\\\n)*.*)\n([\s\S]*)$/.exec(block) ?? [];
  return { line: line.replaceAll('\\\n', ''), output };
}

it('README.md shows what advise prints', () => {
  const { line, output } = example();
  const [, day = ''] = /^ {2}date +(\S+)$/m.exec(output) ?? [];
  const { advise } = configOf(line);
  const advice = adviceOf(chosenFrom(shippedCatalogue(), advise.advisories), factsOf(advise.given, day), advise);
  expect(output).toBe(textOf(advice, 'table', { width: 100, hasColour: false }));
});
