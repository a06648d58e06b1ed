import { expect, it } from 'vitest';
import { incident2014 } from '../hosts/incident-2014.ts';
import { linkAddresses, tabStops } from './checks/focus.ts';
import { tidyHost } from './support/tidy-host.ts';
import { unfold } from './support/unfold.ts';
import { originOf, visit } from './support/visit.ts';

it.each([
  { host: tidyHost, colorScheme: 'light' },
  { host: incident2014, colorScheme: 'dark' },
] as const)(
  'every link can be reached with the key Tab, and is then seen: $host.name',
  async ({ host, colorScheme }) => {
    const { page } = await visit(originOf(host), { colorScheme, path: '/?refresh=off' });
    await unfold(page);
    const addresses = await linkAddresses(page);
    const stops = await tabStops(page, addresses.length + 50);
    const reached = stops.map(({ element }) => element).filter((element) => element.startsWith('a '));
    expect(addresses.length).toBeGreaterThan(2);
    expect(reached).toEqual(addresses.map((address) => `a ${address}`));
    expect(stops.filter(({ isVisible }) => !isVisible)).toEqual([]);
  },
);
