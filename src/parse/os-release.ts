import { ok, type Reading } from '../model/reading.ts';
import { findLine, unexpected } from './text.ts';

/** Longest name taken for one; it becomes the value of a label. */
const longestName = 64;

/**
 * Parses `/etc/os-release` (os-release(5)) into `ID` and `VERSION_ID` with a space between, the pair
 * that tables of end-of-life dates know. Rolling distributions (Arch, Debian sid) have no `VERSION_ID`
 * and give the `ID` alone.
 *
 * @example `ID=debian` and `VERSION_ID="12"` give `debian 12`
 */
export function parseDistribution(text: string): Reading<string> {
  const id = valueOfKey(text, 'ID');
  if (!isName(id)) return unexpected('a line "ID=<distribution>"', findLine(text, 'ID=') ?? text);
  const version = valueOfKey(text, 'VERSION_ID');
  if (version === undefined || version === '') return ok(id);
  return isName(version)
    ? ok(`${id} ${version}`)
    : unexpected('a line "VERSION_ID=<version>"', findLine(text, 'VERSION_ID=') ?? text);
}

const isName = (value: string | undefined): value is string =>
  value !== undefined && value.length <= longestName && /^[\w.+:~-]+$/.test(value);

/** The value of `KEY=value`, `KEY="value"` or `KEY='value'`; undefined without such a line. */
function valueOfKey(text: string, key: string): string | undefined {
  const line = findLine(text, `${key}=`);
  const raw = line?.slice(key.length + 1).trimEnd();
  return /^(["'])(.*)\1$/.exec(raw ?? '')?.[2] ?? raw;
}
