import type { VersionRange } from '../model/advisory.ts';
import { upstreamScheme } from '../versions/upstream.ts';
import { judgeText, type RangeVerdict } from './ranges.ts';

/** Higher than any level that the kernels of a series ever reached. */
const highestLevel = 9999;

/**
 * Judges a kernel of which only the series is to be seen (Ubuntu's 5.3.0 is built from 5.3.something): it may
 * be at any level, so that levels between all bounds of the ranges are judged. Where they do not agree,
 * one that may be clear is unknown, and one that cannot be is possible.
 */
export function judgeAnyLevel(lowest: string, ranges: readonly VersionRange[]): RangeVerdict {
  const judged = levelsOf(lowest, ranges).map((level) => judgeUpstream(level, ranges));
  return agreed(judged, 'its stable level is not to be seen') ?? judgeUpstream(lowest, ranges);
}

/** What versions of which one is the kernel's say together; undefined when there are none. */
export function agreed(judged: readonly RangeVerdict[], unseen: string): RangeVerdict | undefined {
  const found = new Set(judged.map(({ verdict }) => verdict));
  if (found.size <= 1) return judged[0];
  const isSure = !found.has('clear') && !found.has('unknown');
  const prose = judged.find(({ verdict }) => verdict !== 'clear')?.prose ?? '';
  return { verdict: isSure ? 'possible' : 'unknown', prose: `${prose}, and ${unseen}` };
}

export const judgeUpstream = (text: string, ranges: readonly VersionRange[]): RangeVerdict =>
  judgeText(upstreamScheme, text, ranges);

/** Levels of the series of `lowest`: the first, the last, and for each bound the bound and its successor. */
function levelsOf(lowest: string, ranges: readonly VersionRange[]): readonly string[] {
  const series = levelOf(lowest)?.series;
  if (series === undefined) return [lowest];
  const bounds = ranges
    .flatMap((range) => Object.values(range) as readonly string[])
    .map(levelOf)
    .filter((bound) => bound?.series === series)
    .flatMap((bound) => (bound === undefined ? [] : [bound.level, bound.level + 1]));
  return [...new Set([0, ...bounds, highestLevel])].map((level) => `${series}.${level}`);
}

/** `5.2.17` is level 17 of 5.2, and `5.2` its level 0; series of the last kernels before 3.0 had three numbers. */
function levelOf(version: string): { readonly series: string; readonly level: number } | undefined {
  const [, series, level = '0'] = /^(2\.6\.\d+|\d+\.\d+)(?:\.(\d+))?/.exec(version) ?? [];
  return series === undefined ? undefined : { series, level: Number(level) };
}
