import type { Condition, KernelCondition, KernelEntry, VersionRange } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import { okValue, type Reading } from '../model/reading.ts';
import { identifyKernel, type KernelIdentity } from '../versions/kernel-identity.ts';
import { rpmScheme } from '../versions/rpm.ts';
import { judgeDebianPackage } from './debian-package.ts';
import { notKnown, notUnderstood, withFact } from './fact.ts';
import { judgeAnyLevel, judgeUpstream } from './kernel-levels.ts';
import { entryFor } from './kernel-selectors.ts';
import { allOf, atMostPossible, type Outcome, outcome } from './outcome.ts';
import { quote, shown } from './quote.ts';
import { judgeText, type RangeVerdict } from './ranges.ts';
import { judgeUbuntu } from './ubuntu-uploads.ts';

/** The kernel that runs, with what is known of it. */
interface Kernel {
  readonly release: string;
  /** `uname -v`. */
  readonly version: Reading<string>;
  readonly identity: KernelIdentity;
}

/** Judges the kernel: the first entry that recognises it decides. `judge` judges the condition inside an entry. */
export const judgeKernel = (
  { first_of, otherwise }: KernelCondition,
  facts: HostFacts,
  judge: (condition: Condition) => Outcome,
): Outcome =>
  withFact('kernel release', facts.kernelRelease, (release) => {
    const identity = identifyKernel(release, okValue(facts.kernelVersion));
    if (identity === undefined) return notUnderstood('kernel release', release, 'one such as 6.1.0-18-amd64');
    const found = entryFor(first_of, identity, release);
    if (found === 'other flavour') return outcome('unknown', otherFlavour(release, identity));
    if (found === 'nobody’s') return outcome('unknown', nobodys(release));
    if (found === undefined) return outcome(otherwise, unrecognised(release, otherwise));
    const { entry, isOtherFlavour } = found;
    const own = judgeEntry(entry, { release, identity, version: facts.kernelVersion });
    const whole = entry.and === undefined ? own : allOf([own, judge(entry.and)]);
    if (isOtherFlavour) return atMostPossible(whole, 'its flavour may have the fix all the same');
    return entry.at_most === 'possible'
      ? atMostPossible(whole, 'for these kernels the evidence does not go further')
      : whole;
  });

function judgeEntry({ ubuntu, debian, el7, ranges }: KernelEntry, kernel: Kernel): Outcome {
  const { identity } = kernel;
  if (ubuntu !== undefined && identity.ubuntu !== undefined) {
    return named(
      kernel,
      `Ubuntu’s ${identity.ubuntu.series}-${identity.ubuntu.abi}`,
      judgeUbuntu(identity.ubuntu.abi, ranges),
    );
  }
  if (debian !== undefined) return judgeDebian(kernel, ranges);
  if (el7 !== undefined && identity.el7 !== undefined) {
    return named(kernel, `el7’s 3.10.0-${identity.el7.release}`, judgeText(rpmScheme, identity.el7.release, ranges));
  }
  return judgeByUpstream(kernel, ranges);
}

function judgeDebian(kernel: Kernel, ranges: readonly VersionRange[]): Outcome {
  const text = kernel.identity.debian?.package;
  if (text !== undefined) return named(kernel, `Debian’s ${text}`, judgeDebianPackage(text, ranges));
  const where = `kernel ${shown(kernel.release)}: Debian’s package version is in uname -v`;
  return kernel.version.kind === 'ok'
    ? outcome('unknown', `${where}, and not in ${quote(kernel.version.value)}`)
    : outcome('unknown', `${where}; ${notKnown('uname -v', kernel.version)}`);
}

function judgeByUpstream(kernel: Kernel, ranges: readonly VersionRange[]): Outcome {
  const { upstream, hasOwnBackports } = kernel.identity;
  const judged = (upstream.isExact ? judgeUpstream : judgeAnyLevel)(upstream.version, ranges);
  const result = named(kernel, upstream.version, judged);
  return hasOwnBackports ? atMostPossible(result, 'its vendor adds fixes without changing that version') : result;
}

/** `kernel 4.1.13-boot2docker (4.1.13): affected from 4.1.13, no version has the fix`. */
function named({ release }: Kernel, version: string, { verdict, prose }: RangeVerdict): Outcome {
  const name = version === release ? '' : ` (${version})`;
  return outcome(verdict, `kernel ${shown(release)}${name}: ${prose}`);
}

const otherFlavour = (release: string, { ubuntu }: KernelIdentity): string =>
  `kernel ${shown(release)}: flavour ${shown(ubuntu?.flavour ?? '')} counts its ABI by itself, and which of its numbers are affected is not known here`;

const nobodys = (release: string): string =>
  `kernel ${shown(release)}: it looks like one that this is about, and its name does not say that it is`;

const unrecognised = (release: string, otherwise: 'clear' | 'unknown'): string =>
  `kernel ${shown(release)}: ${otherwise === 'clear' ? 'not one of the kernels that it is about' : 'nothing is known about it'}`;
