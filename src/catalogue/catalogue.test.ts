import { expect, it } from 'vitest';
import { advisoryDirectory, changed, goodAdvisory, goodTable } from '../../test/catalogue/files.ts';
import { catalogueOf } from './catalogue.ts';
import { CatalogueError } from './problem.ts';
import { shippedCatalogue } from './shipped.ts';

const shipped = shippedCatalogue();

it('without a directory, what is shipped is all there is', async () => {
  expect(await catalogueOf(undefined)).toEqual(shipped);
});

it('the advisories of a directory come after the shipped ones, without their vectors', async () => {
  const { advisories, endOfLife } = await catalogueOf(advisoryDirectory({ 'spin.yaml': goodAdvisory }));
  expect(advisories.slice(0, -1)).toEqual(shipped.advisories);
  expect(advisories.at(-1)).toMatchObject({ id: 'spin', title: 'Engine 1.9 spins' });
  expect(advisories.at(-1)).not.toHaveProperty('vectors');
  expect(endOfLife).toEqual(shipped.endOfLife);
});

it('a table of a directory takes the place of the shipped one, the others stay', async () => {
  const { advisories, endOfLife } = await catalogueOf(advisoryDirectory({ 'end-of-life/engine.yaml': goodTable }));
  expect(advisories).toEqual(shipped.advisories);
  const components = (tables: typeof endOfLife) => tables.map(({ component }) => component).sort();
  expect(components(endOfLife)).toEqual(components(shipped.endOfLife));
  expect(endOfLife.find(({ component }) => component === 'engine')?.source).toBe('https://example.com/table');
});

it('every id that is taken is told, with both files', async () => {
  const ids = shipped.advisories.slice(0, 2).map(({ id }) => id);
  const tree = Object.fromEntries(ids.map((id) => [`${id}.yaml`, changed('id: spin', `id: ${id}`)]));
  const directory = advisoryDirectory(tree);
  const error = await catalogueOf(directory).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(CatalogueError);
  expect((error as CatalogueError).problems).toEqual(
    ids.map(
      (id) =>
        `${directory}/${id}.yaml: expected an id of its own, got that of the shipped advisories/${id}.yaml: rename the file and its id`,
    ),
  );
});

it('what is wrong in a directory is told', async () => {
  const error = catalogueOf(advisoryDirectory({ 'spin.yaml': 'x' }));
  await expect(error).rejects.toThrowError(/spin\.yaml:1:1: expected an advisory/);
});
