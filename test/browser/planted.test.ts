import { describe, expect, it } from 'vitest';
import { linkAddresses, tabStops } from './checks/focus.ts';
import { sidewaysProblems, squeezedText, textSizes } from './checks/layout.ts';
import { linkProblems } from './checks/links.ts';
import { goesTo, staysFor } from './checks/refresh.ts';
import { alertNamesIn, positionsOf } from './checks/words.ts';
import { chromiumPath } from './support/chromium.ts';
import { pageWith, plant } from './support/planted.ts';
import { desktop, phone } from './support/sizes.ts';
import { setTextSize, visit } from './support/visit.ts';

describe('what does not fit is seen', () => {
  it.each([
    ['a long word', `<p>${'x'.repeat(400)}</p>`, 'the document is'],
    ['a wide box that is hidden', '<div style="overflow: hidden"><p style="width: 2000px">x</p></div>', 'is cut off'],
    ['a box out of the window', '<p style="position: absolute; left: -50px; width: 90px">x</p>', 'sticks out'],
  ])('%s', async (_, body, told) => {
    const { page } = await visit(await plant(pageWith(body)), phone);
    expect((await sidewaysProblems(page)).join('\n')).toContain(told);
  });

  it('a box that scrolls by itself fits', async () => {
    const body = '<div style="overflow-x: auto"><p style="width: 2000px">x</p></div>';
    const { page } = await visit(await plant(pageWith(body)), phone);
    expect(await sidewaysProblems(page)).toEqual([]);
  });

  it('text with one letter on each line', async () => {
    const body = '<p style="width: 1em; overflow-wrap: anywhere">several words</p><p>several words</p>';
    const { page } = await visit(await plant(pageWith(body)), phone);
    expect(await squeezedText(page)).toEqual([expect.stringContaining('width: 1em')]);
  });

  it('text that fits until it is larger', async () => {
    const { page, devTools } = await visit(await plant(pageWith(`<p>${'x'.repeat(30)}</p>`)), phone);
    expect(await sidewaysProblems(page)).toEqual([]);
    await setTextSize(devTools, 32);
    expect(await sidewaysProblems(page)).not.toEqual([]);
  });

  it('text that stays as it is', async () => {
    const body = '<p style="font-size: 14px">x</p><p>y</p>';
    const { page, devTools } = await visit(await plant(pageWith(body)), desktop);
    expect(await textSizes(page)).toContain(14);
    await setTextSize(devTools, 32);
    expect(await textSizes(page)).toContain(14);
  });
});

describe('with the keyboard', () => {
  it('a focus that is not seen, and a link that is passed over', async () => {
    const body = '<a href="/a" style="outline: none">a</a> <a href="/b" tabindex="-1">b</a> <a href="/c">c</a>';
    const { page } = await visit(await plant(pageWith(body)));
    expect(await linkAddresses(page)).toEqual(['/a', '/b', '/c']);
    expect(await tabStops(page)).toEqual([
      { element: 'a /a', isVisible: false },
      { element: 'a /c', isVisible: true },
    ]);
  });
});

describe('links', () => {
  it.each([
    ['<a href="/none">x</a>', '/none: HTTP 404'],
    ['<a href="#none">x</a>', '#none leads to nothing on the page'],
    ['<a href="">x</a>', 'a link without an address'],
    ['<a href="http://example.invalid/" rel="noreferrer">x</a>', 'http://example.invalid/ is not https'],
    ['<a href="https://example.invalid/">x</a>', 'https://example.invalid/ tells the other site where it stands'],
  ])('%s', async (body, told) => {
    const { page } = await visit(await plant(pageWith(body)));
    expect(await linkProblems(page)).toEqual([told]);
  });

  it('that lead somewhere', async () => {
    const body =
      '<a href="/">a</a> <a href="#b" id="b">b</a> <a href="https://example.invalid/" rel="noreferrer">c</a>';
    const { page } = await visit(await plant(pageWith(body)));
    expect(await linkProblems(page)).toEqual([]);
  });
});

it('a page that goes away by itself, and when', async () => {
  const origin = await plant(pageWith('', '<meta http-equiv="refresh" content="30">'));
  expect(await staysFor(await visit(origin), 29)).toBe(true);
  expect(await staysFor(await visit(origin), 31)).toBe(false);
  expect(await goesTo(await visit(origin), 31)).toBe(`${origin}/`);
});

it('words that are missing, or in another order', () => {
  expect(positionsOf('one two three', ['two', 'one', 'four'])).toEqual([4, 0, -1]);
  expect(positionsOf('a b a', ['a', 'a'])).toEqual([0, 4]);
  expect(alertNamesIn('DockerHostZombies, Docker, DockerdCpuSpin')).toEqual(['DockerHostZombies', 'DockerdCpuSpin']);
});

it('a machine without Chromium is told how to get it', () => {
  expect(() => chromiumPath('/nowhere')).toThrow(
    /^chromium is not on PATH: apt-get install --no-install-recommends chromium$/,
  );
});
