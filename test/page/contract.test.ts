import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureHosts } from '../hosts/index.ts';
import { type FixtureApp, startFixtureApp } from '../support/fixture-app.ts';
import { type Markup, parse, valuesOf } from './markup.ts';

const sections = ['findings', 'unseen', 'engine', 'daemon', 'processes', 'containers', 'mounts', 'advisories'] as const;

/** What a person finds on each page, whatever the host is like. */
describe.each(fixtureHosts)('the page of $name', (builder) => {
  let app: FixtureApp;
  let html: string;
  let page: Markup;
  let policy: string;

  beforeAll(async () => {
    app = await startFixtureApp(builder, undefined, { settleSeconds: 0, today: '2026-11-22' });
    await app.scrape();
    const response = await app.app.inject('/');
    expect(response.statusCode).toBe(200);
    html = response.body;
    page = parse(html);
    policy = String(response.headers['content-security-policy']);
  });
  afterAll(() => app.close());

  const named = (name: string) => page.elements.filter((element) => element.name === name);

  it('has one title, one heading of its own, and landmarks', () => {
    for (const name of ['html', 'title', 'main', 'h1', 'header', 'nav', 'footer']) expect(named(name)).toHaveLength(1);
    expect(named('html')[0]?.attributes.get('lang')).toBe('en');
  });

  it('has each section with its heading', () => {
    expect(named('section').map(({ attributes }) => attributes.get('id'))).toEqual(sections);
    for (const { attributes } of named('section')) {
      expect(valuesOf(page, 'id')).toContain(attributes.get('aria-labelledby'));
    }
    expect(named('h2')).toHaveLength(sections.length);
  });

  it('has no id twice, and no link to a place that is not there', () => {
    const ids = valuesOf(page, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    const places = valuesOf(page, 'href').filter((address) => address.startsWith('#'));
    expect(places.length).toBeGreaterThan(5);
    expect(places.filter((place) => !ids.includes(place.slice(1)))).toEqual([]);
  });

  it('says how the host is, as /status does', async () => {
    const { status, findings } = (await app.app.inject('/status')).json() as {
      status: string;
      findings: readonly { summary: string; runbook: string }[];
    };
    expect(valuesOf(page, 'data-status')).toEqual([status]);
    const text = page.text.replaceAll('`', '');
    for (const { summary } of findings.filter((finding) => !/\d+ days old/.test(finding.summary))) {
      expect(text).toContain(summary.replaceAll('`', ''));
    }
  });

  it('leads to nothing that does not answer', async () => {
    const addresses = [...new Set(valuesOf(page, 'href').map((address) => address.replace(/#.*/, '')))];
    const own = addresses.filter((address) => address.startsWith('/'));
    expect(own).toEqual(
      expect.arrayContaining(['/metrics', '/status', '/-/healthy', '/-/ready', '/docs/runbooks/README.md']),
    );
    for (const address of own) expect([address, (await app.app.inject(address)).statusCode]).toEqual([address, 200]);
    expect(addresses.filter((address) => !/^(?:\/|https?:\/\/|data:image\/svg|$)/.test(address))).toEqual([]);
  });

  it('needs nothing that its policy forbids', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
    expect(policy).not.toContain('unsafe');
    const names = page.elements.map(({ name }) => name);
    for (const name of ['script', 'img', 'iframe', 'form', 'object']) expect(names).not.toContain(name);
    const attributes = page.elements.flatMap((element) => [...element.attributes.keys()]);
    expect(attributes.filter((name) => name === 'style' || name.startsWith('on') || name === 'src')).toEqual([]);
  });

  it('refreshes itself, says so, and can be made to stop', async () => {
    const refresh = (markup: Markup) =>
      markup.elements.find(({ attributes }) => attributes.get('http-equiv') === 'refresh')?.attributes.get('content');
    expect(refresh(page)).toBe('15');
    expect(page.text).toContain('refreshes itself every 15 s');
    const still = parse((await app.app.inject('/?refresh=off')).body);
    expect(refresh(still)).toBeUndefined();
    expect(valuesOf(still, 'href')).toContain('/');
  });

  it('has a caption and heads with a scope in each table', () => {
    expect(named('caption')).toHaveLength(named('table').length);
    const heads = named('th').map(({ attributes }) => attributes.get('scope'));
    expect(heads.filter((scope) => scope !== 'col' && scope !== 'row')).toEqual([]);
  });
});
