/** The little of a page that the checks use in it. The project itself is compiled without the types of a browser. */
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly height: number;
}

export interface Style {
  readonly [property: string]: string;
}

export interface Element {
  readonly tagName: string;
  readonly id: string;
  readonly textContent: string | null;
  readonly innerText?: string;
  readonly parentElement: Element | null;
  readonly clientWidth: number;
  readonly scrollWidth: number;
  readonly outerHTML: string;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  getBoundingClientRect(): Rectangle;
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): Iterable<Element>;
  closest(selector: string): Element | null;
  matches(selector: string): boolean;
}

export interface Document extends Pick<Element, 'querySelector' | 'querySelectorAll'> {
  readonly documentElement: Element;
  readonly body: Element;
  readonly activeElement: Element | null;
  readonly title: string;
  getElementById(id: string): Element | null;
}

export type ComputedStyle = (element: Element) => Style;
