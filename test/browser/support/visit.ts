import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, inject, onTestFinished } from 'vitest';
import type { FixtureHostBuilder } from '../../support/fixture-host.ts';
import { launchChromium } from './chromium.ts';
import { watchFor } from './incidents.ts';

export interface VisitOptions {
  readonly path?: string;
  readonly javaScript?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Lets a test put scripts of its own into the page, which the page's policy forbids. */
  readonly bypassCSP?: boolean;
}

/** A reader in front of a page. */
export interface Visit {
  readonly page: Page;
  /** The DevTools protocol, for what playwright has no words for. */
  readonly devTools: CDPSession;
  /** What happened and must never happen. */
  readonly incidents: readonly string[];
}

/** Not a measurement: it ends the wait for an element that never comes. */
const longestWaitMs = 15_000;

let browser: Promise<Browser> | undefined;

/** One browser for all tests of a file. */
function theBrowser(): Promise<Browser> {
  browser ??= launchChromium();
  return browser;
}

afterAll(async () => {
  const [launched] = await Promise.allSettled([browser]);
  if (launched.status === 'fulfilled') await launched.value?.close();
});

/** Where the exporter of a fixture host listens. */
export function originOf({ name }: Pick<FixtureHostBuilder, 'name'>): string {
  const origin = inject('origins')[name];
  if (origin === undefined) throw new Error(`no exporter was started on the host ${name}`);
  return origin;
}

/** Opens a page of this origin as a reader without cookies or history. Closed when the test is over, however it ends. */
export async function visit(origin: string, options: VisitOptions = {}): Promise<Visit> {
  const context = await (await theBrowser()).newContext(contextOptions(options));
  context.setDefaultTimeout(longestWaitMs);
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const incidents = watchFor(context, page, origin);
  const devTools = await context.newCDPSession(page);
  const response = await page.goto(`${origin}${options.path ?? '/'}`);
  if (response?.status() !== 200)
    throw new Error(`${origin}: ${response?.status()} ${(await response?.text())?.slice(0, 80)}`);
  return { page, devTools, incidents };
}

const contextOptions = (options: VisitOptions) => ({
  javaScriptEnabled: options.javaScript ?? true,
  colorScheme: options.colorScheme ?? 'light',
  viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
  bypassCSP: options.bypassCSP ?? false,
  deviceScaleFactor: 1,
  locale: 'en-GB',
  timezoneId: 'UTC',
});

/** The size of text that readers set in their browser, in CSS pixels: 16 is what it comes with. */
export const setTextSize = (devTools: CDPSession, standard: number) =>
  devTools.send('Page.setFontSizes', { fontSizes: { standard, fixed: (standard * 13) / 16 } });
