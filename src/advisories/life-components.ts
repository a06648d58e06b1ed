import type { LifeComponent } from '../model/advisory.ts';
import type { HostFacts } from '../model/facts.ts';
import { okValue, type Reading } from '../model/reading.ts';
import { componentScheme } from '../versions/component.ts';
import { engineScheme } from '../versions/engine.ts';
import { identifyKernel, type KernelIdentity } from '../versions/kernel-identity.ts';
import type { Scheme } from '../versions/scheme.ts';
import { type Release, releaseOf } from './cycles.ts';
import { notKnown, notUnderstood } from './fact.ts';
import { holds, type Outcome, outcome } from './outcome.ts';
import { shown } from './quote.ts';

/** The release of a component that a table of end of life is asked for. */
export interface Component {
  /** What sentences are about: `Engine 20.10.24`. */
  readonly subject: string;
  readonly release: Release;
}

/** The component's release on this host, or why no table is asked. */
export function componentOf(component: LifeComponent, facts: HostFacts): Component | Outcome {
  switch (component) {
    case 'engine':
      return versioned('Engine', facts.engineVersion, engineScheme);
    case 'containerd':
      return versioned('containerd', facts.containerdVersion, componentScheme);
    case 'kernel':
      return kernelOf(facts);
    case 'distribution':
      return distributionOf(facts.distribution);
  }
}

function versioned<V>(name: string, fact: Reading<string>, scheme: Scheme<V>): Component | Outcome {
  if (fact.kind !== 'ok') return outcome('unknown', notKnown(`${name} version`, fact));
  const text = fact.value;
  // An epoch and a name in front are no part of the release: `5:20.10.24`, `docker-v29.0.0`.
  const numbers = scheme.parse(text) === undefined ? undefined : /\d+(?:\.\d+)+/.exec(text)?.[0];
  const release = numbers === undefined ? undefined : releaseOf(numbers);
  return release === undefined
    ? notUnderstood(`${name} version`, text, scheme.expected)
    : { subject: `${name} ${shown(text)}`, release };
}

function distributionOf(fact: Reading<string>): Component | Outcome {
  if (fact.kind !== 'ok') return outcome('unknown', notKnown('distribution', fact));
  const release = releaseOf(fact.value);
  return release === undefined || release.name === ''
    ? notUnderstood('distribution', fact.value, 'a name and a version such as debian 12')
    : { subject: `distribution ${shown(fact.value)}`, release };
}

/** Upstream's dates say nothing about the kernels that distributions look after. */
function kernelOf({ kernelRelease, kernelVersion }: HostFacts): Component | Outcome {
  if (kernelRelease.kind !== 'ok') return outcome('unknown', notKnown('kernel release', kernelRelease));
  const text = kernelRelease.value;
  const identity = identifyKernel(text, okValue(kernelVersion));
  if (identity === undefined) return notUnderstood('kernel release', text, 'one such as 6.1.0-18-amd64');
  if (!isUpstream(identity)) return holds(false, `kernel ${shown(text)}: its distribution looks after it`);
  const release = releaseOf(identity.upstream.version);
  return release === undefined
    ? notUnderstood('kernel version', identity.upstream.version, 'one such as 6.1.55')
    : { subject: `kernel ${shown(text)}`, release };
}

const isUpstream = ({ family, upstream, hasOwnBackports }: KernelIdentity): boolean =>
  family === 'other' && upstream.isExact && !hasOwnBackports;
