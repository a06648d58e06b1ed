/** An element of a page with its attributes. */
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface Markup {
  readonly elements: readonly Element[];
  /** What a person reads, in one line. */
  readonly text: string;
}

const token = /<!doctype html>|<(\/?)([a-z][a-z0-9]*)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>|([^<]+)/y;
const attribute = / ([a-zA-Z-]+)="([^"]*)"/g;
/** What stands in a line or a box of its own. */
const blocks = ['dt', 'dd', 'th', 'td', 'li', 'div', 'p', 'h1', 'h2', 'h3', 'caption', 'summary'];
const voids = ['meta', 'link'];
const words: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** Text as it was before it was escaped. Anything that looks like a reference and is none of ours stays. */
const decoded = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#39);/g, (each) => words[each] ?? each);

/**
 * Reads HTML as strictly as it is written here: lower case, attributes in double quotes, each element closed.
 *
 * @throws Error at the first thing that is not
 */
export function parse(html: string): Markup {
  const elements: Element[] = [];
  const open: string[] = [];
  const texts: string[] = [];
  for (const [, closing, name, attributes = '', selfClosing, text] of tokensOf(html)) {
    if (text !== undefined && open.at(-1) !== 'style') texts.push(decoded(text));
    if (name === undefined) continue;
    if (blocks.includes(name)) texts.push(' ');
    if (closing === '/') closes(open.pop(), name);
    else elements.push({ name, attributes: attributesOf(attributes) });
    if (closing !== '/' && selfClosing !== '/' && !voids.includes(name)) open.push(name);
  }
  closes(open.pop(), undefined);
  return { elements, text: texts.join('').replace(/\s+/g, ' ').trim() };
}

function* tokensOf(html: string): Generator<RegExpExecArray> {
  token.lastIndex = 0;
  for (let at = 0; at < html.length; at = token.lastIndex) {
    const match = token.exec(html);
    if (match === null) throw new Error(`no markup: ${html.slice(at, at + 80)}`);
    yield match;
  }
}

function closes(opened: string | undefined, closed: string | undefined): void {
  if (opened !== closed) throw new Error(`<${opened}> ends with </${closed}>`);
}

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map([...text.matchAll(attribute)].map(([, name = '', value = '']) => [name, decoded(value)]));

/** The part of a page with an id. */
export function sectionOf(html: string, id: string): Markup {
  const from = html.indexOf(`<section id="${id}"`);
  if (from < 0) throw new Error(`no section ${id}`);
  return parse(html.slice(from, html.indexOf('</section>', from) + '</section>'.length));
}

/** The values of one attribute of all elements that have it. */
export const valuesOf = ({ elements }: Markup, name: string): readonly string[] =>
  elements.flatMap(({ attributes }) => attributes.get(name) ?? []);
