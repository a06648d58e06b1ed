import { createTheme, type DataFrame, dateTime, ThemeContext, type TimeRange } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { GlobalStyles } from '@grafana/ui';
import { createRoot } from 'react-dom/client';
import type { ShownDocument } from '../document.ts';
import { Page } from './page.tsx';
import './page.css';
import { prepare } from './prepare.ts';

/** Between the dashboard and the edge. */
const margin = 16;

const theme = createTheme({ colors: { mode: 'dark' } });

function rangeOf({ from, to }: ShownDocument): TimeRange {
  const range = { from: dateTime(from * 1000), to: dateTime(to * 1000) };
  return { ...range, raw: range };
}

async function dataOf({ panels, answers }: ShownDocument): Promise<ReadonlyMap<number, DataFrame[]>> {
  const data = new Map<number, DataFrame[]>();
  for (const panel of panels) data.set(panel.id, await prepare(panel, answers[panel.id] ?? [], theme));
  return data;
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Charts measure text when they are made, so the fonts are there before. */
async function start(): Promise<void> {
  await initPluginTranslations('grafana', []);
  const shown = (await (await fetch('document.json')).json()) as ShownDocument;
  const data = await dataOf(shown);
  const place = document.getElementById('page');
  if (place === null) throw new Error('the page has no place for the dashboard');
  const root = createRoot(place);
  const withTheme = (content: React.ReactNode) => (
    <ThemeContext.Provider value={theme}>
      <GlobalStyles />
      {content}
    </ThemeContext.Provider>
  );
  root.render(withTheme(null));
  await frame();
  await frame();
  const fonts = [400, 500].map((weight) => document.fonts.load(`${weight} 14px Inter`));
  if ((await Promise.all(fonts)).some(({ length }) => length === 0)) throw new Error('the font Inter is not there');
  const width = document.documentElement.clientWidth - 2 * margin;
  root.render(withTheme(<Page shown={shown} data={data} theme={theme} timeRange={rangeOf(shown)} width={width} />));
  for (let count = 0; count < 10; count += 1) await frame();
  document.documentElement.dataset['drawn'] = 'true';
}

await start();
