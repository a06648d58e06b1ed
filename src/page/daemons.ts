import { targetText } from '../diagnosis/report/daemon.ts';
import { count, list, number } from '../diagnosis/report/words.ts';
import { thresholds } from '../diagnosis/thresholds.ts';
import { type Daemon, type DaemonName, type DaemonProcess, daemonNames, fdTargets } from '../model/daemons.ts';
import { problemOf } from '../model/reading.ts';
import { type Descriptors, descriptorsOf, shareOf } from './descriptors.ts';
import { processesGap } from './gaps.ts';
import { type Content, type Html, html } from './html.ts';
import { meter } from './meter.ts';
import { percent } from './prose.ts';
import { section } from './section.ts';
import { notSeen, readingText, sightText } from './sight.ts';
import { table } from './table.ts';
import type { View } from './view.ts';

/** The processes of the daemons: descriptors against their limit, and CPU. */
export const daemonSection = ({ snapshot }: View): Html =>
  section(
    'daemon',
    'Daemons',
    table({
      caption: 'Open file descriptors against the soft limit, and the busiest thread',
      columns: [{ title: 'Daemon' }, { title: 'Descriptors' }, { title: 'Most of them' }, { title: 'Busiest thread' }],
      rows: daemonNames.map((name) => daemonRow(name, snapshot.host.daemons[name], processesGap(snapshot))),
    }),
  );

/** `hidden`: why a daemon that was not found may run all the same. */
function daemonRow(name: DaemonName, daemon: Daemon, hidden: string | undefined): readonly Content[] {
  const { process } = daemon;
  const heading = html`<b>${name}</b> ${about(daemon)}`;
  if (process.kind === 'absent') return [heading, notFound(hidden), '–', '–'];
  if (process.kind !== 'ok') return [heading, readingText(process, () => undefined), '–', '–'];
  return [heading, descriptors(name, daemon), mostOf(process.value), busiest(daemon)];
}

const notFound = (hidden: string | undefined): Content =>
  hidden === undefined ? html`<span class="muted">does not run</span>` : notSeen(hidden);

function about({ process, restarts }: Daemon): Content {
  const words = [
    ...(process.kind === 'ok' ? [`pid ${process.value.pid}`, process.value.state] : []),
    ...(restarts > 0 ? [`restarted ${count(restarts, 'time')}`] : []),
  ];
  return words.length === 0 ? undefined : html`<span class="about">${words.join(', ')}</span>`;
}

const descriptors = (name: DaemonName, daemon: Daemon): Content =>
  sightText(descriptorsOf(daemon, undefined), (fds) => usage(name, fds));

function usage(name: DaemonName, fds: Descriptors): Content {
  const share = shareOf(fds);
  if (share === undefined) return `${number(fds.open)}, without a limit`;
  const limit = number(Number(fds.limit));
  return html`${number(fds.open)} of ${limit} (${percent(share)}) ${meter(share, thresholds.daemonFds, `the descriptors of ${name}`)}`;
}

const shownTargets = 3;

function mostOf({ fdsByTarget }: DaemonProcess): Content {
  return readingText(fdsByTarget, (targets) => {
    const biggest = fdTargets
      .filter((target) => targets[target] > 0)
      .sort((a, b) => targets[b] - targets[a])
      .slice(0, shownTargets);
    return list(biggest.map((target) => targetText(targets[target], target))) || '–';
  });
}

/** Two looks are needed for it. */
function busiest({ busiestThread, process }: Daemon): Content {
  const problem = process.kind === 'ok' ? problemOf(process.value.threadTimes) : undefined;
  if (busiestThread === undefined) {
    return problem === undefined ? html`<span class="muted">not known yet</span>` : notSeen(problem);
  }
  const { user, system } = busiestThread;
  return `${percent(user + system)} of a CPU, ${percent(system)} in the kernel`;
}
