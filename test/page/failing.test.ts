import { afterEach, expect, it } from 'vitest';
import { overlay2 } from '../hosts/overlay2.ts';
import { withoutDocker } from '../hosts/without-docker.ts';
import { type FixtureApp, startFixtureApp } from '../support/fixture-app.ts';
import { breakPath } from '../support/host-faults.ts';
import { parse, sectionOf, valuesOf } from './markup.ts';

let app: FixtureApp;
afterEach(() => app.close());

/** The page of the whole exporter. */
async function page(): Promise<string> {
  const response = await app.app.inject('/');
  expect(response.statusCode).toBe(200);
  return response.body;
}

it('an Engine that hangs: all else is there, and what is known of it', async () => {
  app = await startFixtureApp(overlay2, ['--docker.timeout=0.2s'], { settleSeconds: 0 });
  await app.scrape();
  app.fake?.setBehaviour('*', 'hang');
  const html = await page();
  expect(valuesOf(parse(html), 'data-status')).toEqual(['critical']);
  expect(parse(html).text).toContain('Engine does not answer critical');
  expect(parse(html).text).toMatch(/Ghosts not seen Orphans not seen/);
  expect(sectionOf(html, 'engine').text).toContain('ping GET /_ping does not answer');
  expect(sectionOf(html, 'engine').text).toContain('live-restore on as it said last');
  expect(sectionOf(html, 'engine').text).not.toContain('Goroutines');
  expect(sectionOf(html, 'processes').text).toMatch(/Zombies [1-9]/);
  expect(sectionOf(html, 'advisories').text).toContain('Storage driver overlayfs as it said last Kernel 6.12.57');
});

it('no Docker: nothing of it is missing, and nothing of it is zero', async () => {
  app = await startFixtureApp(withoutDocker);
  const html = await page();
  expect(parse(html).text).toMatch(
    /Engine no Docker critical Descriptors – not here Busiest thread – not here Load on \d+ CPUs? [\d.]+ ok Zombies 0 ok/,
  );
  expect(sectionOf(html, 'containers').text).toContain('Ghosts none: Docker does not run on this host');
  expect(sectionOf(html, 'daemon').text).toContain('dockerd does not run');
  expect(sectionOf(html, 'containers').text).toContain('By the Engine none: Docker does not run on this host');
  expect(sectionOf(html, 'advisories').text).toContain('Docker Engine none: Docker does not run on this host');
  expect(sectionOf(html, 'unseen').text).toContain('Everything that it looks at could be seen.');
});

it('a host that lets nothing be read: the page says of what', async () => {
  app = await startFixtureApp(overlay2);
  const undo = breakPath(app.fixture.rootfs, 'proc/1/mountinfo', 'missing');
  const html = await page();
  undo();
  expect(sectionOf(html, 'mounts').text).toMatch(/Lingering on the host not seen: .*mountinfo/);
  expect(parse(html).text).toContain('Lingering mounts not seen');
});

it('a container named <script>: its name is shown and never run', async () => {
  app = await startFixtureApp(overlay2, undefined, { settleSeconds: 0 });
  const { fake } = app;
  if (fake === undefined) throw new Error('overlay2 has an Engine');
  const name = '<script>alert(1)'; // a name with a slash is that of a link, and is no container's
  fake.answers = JSON.parse(JSON.stringify(fake.answers).replaceAll('"/db"', JSON.stringify(`/${name}`)));
  await app.scrape();
  const html = await page();
  expect(parse(html).text).toContain(name);
  expect(html).not.toContain('<script');
});

it('a look that fails: the page says so, and asks again', async () => {
  app = await startFixtureApp(overlay2);
  app.watch.look = () => Promise.reject(new Error('no <thread>'));
  const response = await app.app.inject('/');
  expect(response.statusCode).toBe(500);
  const { elements, text } = parse(response.body);
  expect(text).toContain('Unknown The host could not be looked at.');
  expect(text).toContain('its look at the host failed: no <thread>');
  expect(elements.some(({ attributes }) => attributes.get('http-equiv') === 'refresh')).toBe(true);
});
