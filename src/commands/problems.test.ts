import { expect, it } from 'vitest';
import { CatalogueError } from '../catalogue/problem.ts';
import { UnknownAdvisories } from './advise-choice.ts';
import { problemsOf } from './problems.ts';

it.each([
  [new Error('one'), ['one']],
  ['text', ['text']],
  [undefined, ['undefined']],
  [new UnknownAdvisories(['a', 'b']), ['a', 'b']],
  [
    new CatalogueError([
      { file: 'b.yaml', text: 'two' },
      { file: 'a.yaml', text: 'one' },
    ]),
    ['a.yaml: one', 'b.yaml: two'],
  ],
  [Object.assign(new Error('no list'), { problems: 7 }), ['no list']],
  [Object.assign(new Error('nothing in it'), { problems: [] }), ['nothing in it']],
])('%s', (error, lines) => expect(problemsOf(error)).toEqual(lines));
