import { expect, it } from 'vitest';
import { sampleCatalogue } from '../../test/support/sample-advisories.ts';
import { chosenFrom, UnknownAdvisories } from './advise-choice.ts';

const idsOf = (ids: readonly string[]) => chosenFrom(sampleCatalogue, ids).advisories.map(({ id }) => id);

it('without ids takes all, with ids these', () => {
  expect(idsOf([])).toHaveLength(4);
  expect(idsOf(['engine-high', 'aufs-high'])).toEqual(['aufs-high', 'engine-high']);
  expect(chosenFrom(sampleCatalogue, ['aufs-high']).endOfLife).toBe(sampleCatalogue.endOfLife);
});

it('names every id that is not there, and the nearest one', () => {
  let error: unknown;
  try {
    idsOf(['aufs-hihg', 'aufs-high', 'something else', '\u001b']);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(UnknownAdvisories);
  expect((error as UnknownAdvisories).problems).toEqual([
    '--advisory: read "aufs-hihg", expected the id of an advisory; did you mean aufs-high?',
    '--advisory: read "something else", expected the id of an advisory; advise without --advisory lists all of them',
    '--advisory: read "\\u001b", expected the id of an advisory; advise without --advisory lists all of them',
  ]);
});
