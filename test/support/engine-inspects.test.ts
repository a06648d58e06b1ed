import { expect, it } from 'vitest';
import { okValue } from '../../src/model/reading.ts';
import { parseContainerList } from '../../src/parse/engine-containers.ts';
import { parseContainerInspect } from '../../src/parse/engine-inspect.ts';
import { buildFixtureHost, fixtureHosts } from '../hosts/index.ts';

it.each(fixtureHosts)('says the same of a container of $name by list and by inspect', async (builder) => {
  const host = await buildFixtureHost(builder);
  const { containers = [], inspect = {} } = host.answers ?? {};
  await host.dispose();
  const listed = okValue(parseContainerList(JSON.stringify(containers))) ?? [];
  const inspected = listed.map(({ id }) => [id, okValue(parseContainerInspect(JSON.stringify(inspect[id])))?.state]);
  expect(inspected).toEqual(listed.map(({ id, state }) => [id, state]));
  expect(listed.length > 0).toBe(host.engine === 'recorded');
});
