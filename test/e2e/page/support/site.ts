import { type Engine, type EngineOptions, startEngine } from '../../support/engine.ts';
import { type Exporter, startExporter } from '../../support/exporter.ts';
import { eventually } from '../../support/wait.ts';
import { startRealAlertmanager } from './alertmanager.ts';
import { type Inbox, openInbox } from './inbox.ts';
import { type AlertingPrometheus, startAlertingPrometheus } from './prometheus.ts';

/** The name of the host that all tests but one have. */
export const host = 'docker-1';

/** Everything from dockerd to the one who is woken. */
export interface Site {
  readonly engine: Engine;
  readonly exporter: Exporter;
  readonly prometheus: AlertingPrometheus;
  readonly inbox: Inbox;
}

/** The Engine has to answer, or not, well within a scrape. @param pidfile of another process to be taken for dockerd */
export const exporterFlags = (engine: Engine, pidfile = engine.pidfile): readonly string[] => [
  `--docker.host=unix://${engine.socket}`,
  `--docker.pidfile=${pidfile}`,
  '--docker.timeout=500ms',
  '--containers.interval=1s',
  '--inventory.interval=1s',
];

export const addressOf = ({ url }: Exporter): string => new URL(url).host;

/** Up and running: what Prometheus evaluates arrives, so that silence from now on means something. */
export async function startSite(
  options: EngineOptions = {},
  flags: (engine: Engine) => readonly string[] = exporterFlags,
): Promise<Site> {
  const engine = await startEngine(options);
  const exporter = await startExporter(flags(engine));
  const inbox = await openInbox();
  const alertmanager = await startRealAlertmanager(inbox.host);
  const prometheus = await startAlertingPrometheus(alertmanager, { [host]: addressOf(exporter) });
  await eventually('a scrape', async () => (await prometheus.values('up == 1')).length === 1);
  await eventually('the watchdog', () => inbox.notices.some(({ receiver }) => receiver === 'watchdog'));
  return { engine, exporter, prometheus, inbox };
}
