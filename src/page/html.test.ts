import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Content, html } from './html.ts';

it('escapes what it is given, and leaves what it has made itself', () => {
  const name = html`<b>${'<script>alert("1")</script> & \'s'}</b>`;
  expect(html`<p title="${'"><i>'}">${name}</p>`.toString()).toBe(
    '<p title="&quot;&gt;&lt;i&gt;"><b>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;s</b></p>',
  );
});

it.each<[Content, string]>([
  [undefined, ''],
  [0, '0'],
  ['', ''],
  [['a', ['<', html`<br/>`], 1], 'a&lt;<br/>1'],
])('%j becomes %s', (content, expected) => expect(html`${content}`.toString()).toBe(expected));

it('marks what a browser would act on without showing it', () => {
  expect(html`${'a\u0000b\u202ec\u001bd\ud800'}`.toString()).toBe('a\ufffdb\ufffdc\ufffdd\ufffd');
  expect(html`${'two\nlines\tand a tab'}`.toString()).toBe('two\nlines\tand a tab');
});

it.each(['https://example.org/?a=b&c', 'http://example.org', '/metrics', '#mounts', '?refresh=off', '/'])(
  'an address leads to %s',
  (address) => expect(html`<a href="${address}">`.toString()).toBe(`<a href="${address.replace('&', '&amp;')}">`),
);

it.each(['javascript:alert(1)', ' javascript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', '//example.org', '', 'x'])(
  'an address leads nowhere instead of to %j',
  (address) => expect(html`<a href="${address}">`.toString()).toBe('<a href="#">'),
);

it.each(['/\\evil.example', '/\t/evil.example', '/\n/evil.example', '/\r\\evil.example'])(
  'an address leads nowhere instead of to %j, another host for a browser',
  (address) => {
    expect(new URL(address, 'http://this.example').hostname).toBe('evil.example');
    expect(html`<a href="${address}">`.toString()).toBe('<a href="#">');
  },
);

it('refuses a value where nothing makes it safe', () => {
  expect(() => html`<a title=${'x'}>`).toThrow(/cannot be escaped: after <a title=/);
  expect(() => html`<${'script'}>`).toThrow(/cannot be escaped/);
  expect(() => html`</${'p'}>`).toThrow(/cannot be escaped/);
});

it('takes no object for HTML that it has not made', () => {
  const forged = { toString: () => '<script>' } as unknown as Content;
  expect(() => html`<p>${forged}</p>`.toString()).toThrow();
});

it('lets no text out of its place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [, inAttribute = '', inText = ''] = /^<p title="([\s\S]*?)">([\s\S]*)<\/p>$/.exec(
        html`<p title="${text}">${text}</p>`.toString(),
      ) ?? [undefined, '<', '<'];
      expect(inAttribute).toBe(inText);
      expect(inText).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/);
    }),
  );
});
