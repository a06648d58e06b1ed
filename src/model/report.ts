import type { Offender } from './offenders.ts';

/** `info` is worth knowing and no problem: it does not change the status. */
export const severities = ['critical', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];

/** Something that is wrong now, in the words of the alert that would tell of it. */
export interface Finding {
  /** Name of the alert, and of its page in docs/runbooks. */
  readonly alert: string;
  readonly severity: Severity;
  /** What is wrong, with its numbers: one sentence without a full stop. */
  readonly summary: string;
  /** Who does it, the worst first; empty when it is the host as a whole. */
  readonly culprits: readonly Offender[];
  /** What it means for this host: one sentence. */
  readonly meaning: string;
  /** What to do next: one sentence. */
  readonly next: string;
}

/** A part of the host that could not be looked at, so that nothing is said about it. */
export interface Unseen {
  /** Visibility scope, or collector. */
  readonly part: string;
  readonly reason: string;
}

/** As monitoring plugins count: exit status 0, 1, 2, 3. */
export const statuses = ['ok', 'warning', 'critical', 'unknown'] as const;
export type Status = (typeof statuses)[number];

/** The health of a host at one moment, for a person. */
export interface Report {
  readonly status: Status;
  /** Unix time. */
  readonly takenAt: number;
  /** The worst first. */
  readonly findings: readonly Finding[];
  readonly unseen: readonly Unseen[];
}
