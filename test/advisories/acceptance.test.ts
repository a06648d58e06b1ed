import { describe, expect, it } from 'vitest';
import { judgeAdvisory } from '../../src/advisories/evaluate.ts';
import { factsOf } from '../../src/advisories/given-facts.ts';
import { shippedCatalogue } from '../../src/catalogue/shipped.ts';
import { aufsHosts, type KnownHost, otherHosts } from './known-hosts.ts';
import { neighbours } from './neighbours.ts';

const today = '2026-11-22';
const { advisories, endOfLife } = shippedCatalogue();

function judge(id: string, facts: KnownHost['facts']) {
  const advisory = advisories.find((each) => each.id === id);
  if (advisory === undefined) throw new Error(`no advisory ${id}`);
  return judgeAdvisory(advisory, factsOf(facts, today), endOfLife);
}

describe.each([
  ['hosts with AUFS', aufsHosts],
  ['other hosts', otherHosts],
  ['just outside and just inside the bounds', neighbours],
])('%s', (_, hosts) => {
  it.each(hosts)('$name', ({ facts, verdicts }) => {
    const found = Object.keys(verdicts).map((id) => ({ id, ...judge(id, facts) }));
    const told = Object.fromEntries(found.map(({ id, verdict }) => [id, verdict]));
    expect(told, found.map(({ why }) => why).join('\n')).toEqual(verdicts);
  });
});

it('has nothing against the newest versions of containerd and runc', () => {
  const facts = factsOf(
    { storage_driver: 'overlayfs', engine_version: '29.7.2', runc_version: '1.4.3', containerd_version: '2.3.3' },
    today,
  );
  const struck = advisories
    // those of which it was known when it was written
    .filter(({ id, checked }) => /^(?:ctrd|runc)-/.test(id) && checked <= today)
    .map((advisory) => judgeAdvisory(advisory, facts, endOfLife))
    .filter(({ verdict }) => verdict !== 'clear');
  expect(struck).toEqual([]);
});

it.each([
  ['sd-aufs-eol', 'aufs', '24.0.9'],
  ['sd-dm-eol', 'devicemapper', '25.0.0'],
])('says of %s that the input is inconsistent', (id, storage_driver, engine_version) => {
  expect(judge(id, { storage_driver, engine_version }).why).toMatch(/inconsistent input: .*removed/);
});
