import { runMain } from './exporter.ts';

/** What `docker-host-exporter check --output json` prints, as far as tests look at it. */
export interface CheckReport {
  readonly status: string;
  readonly findings: readonly {
    readonly alert: string;
    readonly severity: string;
    readonly summary: string;
    readonly culprits: readonly {
      readonly name: string;
      readonly process: string;
      readonly count: number;
      readonly pids: readonly number[];
    }[];
    readonly next: string;
  }[];
  readonly unseen: readonly { readonly part: string; readonly reason: string }[];
}

export interface CheckResult {
  readonly code: number | null;
  readonly report: CheckReport;
}

/** Runs the command beside the Engine that `flags` point at. */
export async function check(flags: readonly string[]): Promise<CheckResult> {
  const child = await runMain(['check', '--output=json', '--log.level=error', ...flags]);
  const { code } = await child.exit;
  return { code, report: JSON.parse(child.stdout()) as CheckReport };
}

/** The same for a person: the text. */
export async function checkTable(flags: readonly string[]): Promise<{ code: number | null; text: string }> {
  const child = await runMain(['check', '--log.level=error', ...flags]);
  const { code } = await child.exit;
  return { code, text: child.stdout() };
}

/** Alerts that come from this machine itself and from no test. */
const ofTheMachine = ['DockerHostOverloaded', 'DockerHostProcessesNearLimit', 'DockerHostDeprecatedStorageDriver'];

export const alertsOf = ({ report }: CheckResult): readonly string[] =>
  report.findings.map(({ alert }) => alert).filter((alert) => !ofTheMachine.includes(alert));
