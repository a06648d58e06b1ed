import { compareNumbers } from './numbers.ts';
import { longestVersion } from './scheme.ts';

/** A version of AUFS: which line of development, and the day of the release. */
export interface AufsVersion {
  /** `4.1`, `4.1.13+`, `4.x-rcN`. The plus belongs to it: `4.1` and `4.1.13+` are different lines. */
  readonly branch: string;
  /** `20160111`. Undefined between releases. */
  readonly date: string | undefined;
}

/** Parses `/sys/module/aufs/version`, without the newline. Undefined for what is no version of AUFS.
 *
 * @example `4.1.13+-20160111`, `4.x-rcN-20160111`, `3.13-20140303`, `4.4`
 */
export function parseAufs(text: string): AufsVersion | undefined {
  if (text.length > longestVersion) return undefined;
  const [, branch, date] = /^(\d{1,9}\.(?:x-rcN|\d{1,9}(?:\.\d{1,9})?)\+?)(?:-(\d{8}))?$/.exec(text) ?? [];
  if (branch === undefined || (date !== undefined && !isDate(date))) return undefined;
  return { branch, date };
}

const isDate = (digits: string): boolean => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(digits);

/**
 * Negative when branch `a` is for older kernels than `b`, positive when for newer ones. Undefined when they cannot
 * be compared: `4.x-rcN` follows the newest 4.x of its day, so only its major number tells; or one is no branch.
 */
export function compareBranches(a: string, b: string): number | undefined {
  const left = branchOf(a);
  const right = branchOf(b);
  if (left === undefined || right === undefined) return undefined;
  if (left.major !== right.major) return left.major - right.major;
  if (left.rest === undefined || right.rest === undefined) return left.rest === right.rest ? 0 : undefined;
  return compareNumbers(left.rest, right.rest) || Number(left.hasPlus) - Number(right.hasPlus);
}

/** True when `branch` is surely `from` or for newer kernels: `4.15.18+` and `5.x-rcN` from `4.15`, not `4.x-rcN`. */
export const isBranchFrom = (branch: string, from: string): boolean => (compareBranches(branch, from) ?? -1) >= 0;

interface Branch {
  readonly major: number;
  /** Undefined for `x-rcN`. */
  readonly rest: readonly number[] | undefined;
  readonly hasPlus: boolean;
}

function branchOf(text: string): Branch | undefined {
  const version = parseAufs(text);
  if (version === undefined || version.date !== undefined) return undefined;
  const hasPlus = version.branch.endsWith('+');
  const [major, ...rest] = (hasPlus ? version.branch.slice(0, -1) : version.branch).split('.');
  return { major: Number(major), rest: rest[0] === 'x-rcN' ? undefined : rest.map(Number), hasPlus };
}
