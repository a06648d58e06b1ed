import type { Scheme } from './scheme.ts';
import { compareThreeNumbers, isPreReleaseOf, parseNumbered, type ThreeNumbers } from './three-numbers.ts';

/**
 * Versions of the Docker Engine, by the numbers of Docker: `20.10.24+dfsg1` of Debian, `17.12.1-ce`, `docker-v29.0.0`
 * (the tags of Git since 29) are the same as the bare numbers.
 */
export const engineScheme: Scheme<ThreeNumbers> = {
  name: 'Docker Engine version',
  expected: 'a version such as 20.10.24',
  parse: parseEngine,
  compare: compareThreeNumbers,
  isPreReleaseOf,
  hasOwnBackports: (version) => version.hasOwnBackports,
};

/** After 1.13 the Engine went on with 17.03. What has a number between was counted by somebody else: Azure’s 3.0. */
function parseEngine(text: string): ThreeNumbers | undefined {
  const version = parseNumbered(text.replace(/^docker-/, ''));
  if (version === undefined) return undefined;
  const [major] = version.numbers;
  return major > 1 && major < 17 ? undefined : version;
}
