/** Text that is HTML already. Only `html` makes it, so that nothing unescaped can slip into a page. */
class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type Html = Markup;

/** What may stand in a template: text and numbers are escaped, `undefined` is nothing. */
export type Content = Html | string | number | undefined | readonly Content[];

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Controls, marks that turn the direction of writing or take no room, line separators, halves of characters. */
const unprintable = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const escaped = (text: string): string =>
  text.replace(unprintable, '\ufffd').replace(/[&<>"']/g, (character) => references[character] ?? '');

/** Addresses that a browser only goes to: no scheme that runs something, no other host without a scheme. */
const harmless = /^(?:https?:\/\/|\/(?![/\\\s])|[#?])/i;

/**
 * A tagged template for HTML. There is no way around its escaping, and none is needed: a part of a page is
 * a template itself. An address that is not harmless leads nowhere.
 *
 * @throws Error where a value stands for a name of an element or for an attribute without quotes: nothing could
 * make it safe there
 * @example html`<td title="${place}">${name}</td>`
 */
export function html(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  const pieces = parts.map((part, index) => part + (index < values.length ? rendered(values[index], part) : ''));
  return new Markup(pieces.join(''));
}

function rendered(value: Content, before: string): string {
  if (/[\w-]=$|<\/?$/.test(before)) throw new Error(`a value stands where it cannot be escaped: after ${before}`);
  if (before.endsWith('href="')) return harmless.test(String(value)) ? textOf(value) : '#';
  return textOf(value);
}

function textOf(value: Content): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.toString();
  return typeof value === 'object' ? value.map(textOf).join('') : escaped(String(value));
}
