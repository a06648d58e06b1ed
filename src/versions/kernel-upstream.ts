/** Numbers that nothing longer hides behind: no 4.1 in 4.1.123456, no 4.2 in 4.2a. */
const numbersInFront = /^([1-9]\d{0,2})((?:\.\d{1,5}){1,3})(?![A-Za-z\d]|\.\d)/;

/** Kernel.org and most others (`-rc7`), Fedora (`-0.rc7.git0.1`), Ubuntu’s mainline builds (`-041300rc5-generic`). */
const candidateMark = /^-(?:0\.|0\d{5})?rc(\d{1,3})(?!\d)/;

/**
 * The version of Linux that `uname -r` begins with, as kernel.org writes it; undefined when there is none.
 *
 * @example `4.1.13` of `4.1.13-boot2docker`, `5.10.103` of `5.10.103-v8+`, `4.3-rc7` of `4.3.0-rc7+`
 */
export function upstreamOf(release: string): string | undefined {
  const [whole, major, rest] = numbersInFront.exec(release) ?? [];
  if (whole === undefined || major === undefined || rest === undefined) return undefined;
  const version = `${major}${withoutVendorsNumber(major, rest)}`;
  const candidate = candidateMark.exec(release.slice(whole.length))?.[1];
  return candidate === undefined ? version : `${seriesOf(version)}-rc${candidate}`;
}

/** Since 3.0 a fourth number is no longer kernel.org's: `5.15.90.1-microsoft-standard-WSL2`. */
function withoutVendorsNumber(major: string, rest: string): string {
  return Number(major) < 3 ? rest : rest.split('.').slice(0, 3).join('.');
}

/** Candidates are named without the zero that `uname -r` has. */
const seriesOf = (version: string): string => version.replace(/^(\d+\.\d+)\.0$/, '$1');
