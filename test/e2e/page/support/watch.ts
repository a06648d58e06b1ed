import { expect } from 'vitest';
import { eventually } from '../../support/wait.ts';
import type { Notice } from './inbox.ts';
import { host, type Site } from './site.ts';

/** Facts about this machine and its Docker, which no test changes. */
const ofTheMachine = /^(DockerHostVersionRisk|DockerHostDeprecatedStorageDriver|DockerHostVisibilityDegraded) /;

/** What is expected to arrive: where, which alert, and what its description says. */
export interface Expected {
  readonly receiver: 'page' | 'ticket';
  /** `Name severity` */
  readonly alert: string;
  readonly instance?: string;
  readonly says: RegExp;
}

export interface Watch {
  /** Waits until it has arrived. @returns its description */
  arrives(expected: Expected): Promise<void>;
  /** Waits until the message that it is over has arrived. */
  resolves(expected: Expected): Promise<void>;
  /** `receiver Name severity` of all that was told to fire since the beginning of the watch, each once, in order of the alphabet. */
  arrived(): readonly string[];
}

const within = 100;
const isOfMachine = ({ alert }: Notice): boolean => ofTheMachine.test(alert);

/** Looks at what arrives from now on. */
export function watch({ inbox }: Site): Watch {
  const begin = inbox.notices.length;
  const since = () =>
    inbox.notices.slice(begin).filter((notice) => !isOfMachine(notice) && notice.receiver !== 'watchdog');
  const find = (expected: Expected, status: Notice['status']) =>
    since().find(
      (notice) =>
        notice.status === status &&
        notice.receiver === expected.receiver &&
        notice.alert === expected.alert &&
        notice.instance === (expected.instance ?? host),
    );
  const until = async (expected: Expected, status: Notice['status']): Promise<Notice> => {
    const look = () => find(expected, status) ?? Promise.reject(new Error(JSON.stringify(since().slice(-5))));
    return eventually(`${expected.receiver}: ${expected.alert} ${status}`, look, undefined, { within });
  };
  return {
    arrives: async (expected) => {
      const notice = await until(expected, 'firing');
      expect(notice.description).toMatch(expected.says);
    },
    resolves: async (expected) => {
      await until(expected, 'resolved');
    },
    arrived: () => {
      // that something is over may be told late, after the test that made it
      const told = since().filter(({ status }) => status === 'firing');
      return [...new Set(told.map(({ receiver, alert }) => `${receiver} ${alert}`))].sort();
    },
  };
}

/** Waits until Prometheus evaluates this alert as firing, whether anybody is told or not. */
export async function untilFiring({ prometheus }: Site, alert: string, instance = host): Promise<void> {
  const isFiring = async () => (await prometheus.firing(instance)).includes(alert);
  await eventually(`${alert} to fire`, isFiring, undefined, { within });
}

/** Every test begins when nothing fires any more that an earlier one has caused. */
export async function untilQuiet({ prometheus }: Site): Promise<void> {
  const firing = async () => {
    const alerts = [...(await prometheus.firing(host)), ...(await prometheus.firing(''))];
    return alerts.filter((alert) => !ofTheMachine.test(alert) && alert !== 'Watchdog none');
  };
  await eventually('no alert', firing, (alerts) => alerts.length === 0, { within });
}
