import { expect, it } from 'vitest';
import { html } from './html.ts';
import { styleSheet } from './style.ts';

it('comes out of a template as it is, so that its hash is that of the page', () => {
  expect(html`<style>${styleSheet}</style>`.toString()).toBe(`<style>${styleSheet}</style>`);
});

it('asks for nothing from elsewhere', () => expect(styleSheet).not.toMatch(/url\(|@import|@font-face|expression/i));

it('has as many closing braces as opening ones, and each property that it uses', () => {
  expect(styleSheet.split('{')).toHaveLength(styleSheet.split('}').length);
  const used = [...styleSheet.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name);
  const declared = [...styleSheet.matchAll(/(--[\w-]+):/g)].map(([, name]) => name);
  expect(used.filter((name) => !declared.includes(name))).toEqual([]);
});
