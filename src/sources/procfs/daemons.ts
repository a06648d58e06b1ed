import { containerPids } from '../../model/containers.ts';
import type { DaemonName, DaemonProcess } from '../../model/daemons.ts';
import type { ProcessIdentity } from '../../model/processes.ts';
import { absent, andThen, ok, okValue, type Reading } from '../../model/reading.ts';
import { parsePidfile } from '../../parse/pidfile.ts';
import type { Context } from './context.ts';
import { identifyDaemons } from './daemon-identity.ts';
import { readDaemonProcess } from './daemon-process.ts';
import { readParsed } from './read-parsed.ts';

/** Where Docker keeps its data unless told otherwise; used until the Engine has said it. */
const usualDataRoot = '/var/lib/docker';

/** dockerd and containerd; `absent` for each that does not run. */
export function readDaemons(context: Context): Reading<Readonly<Record<DaemonName, Reading<DaemonProcess>>>> {
  return andThen(context.get('processes'), (table) => {
    const pidfile = readParsed(context.files, context.files.root(context.request.pidfile), parsePidfile);
    const containers = okValue(context.get('containers'));
    const inContainer = containers === undefined ? new Set<number>() : containerPids(containers);
    const identities = identifyDaemons(table, okValue(pidfile), inContainer);
    const dataRoot = context.request.dataRoot ?? usualDataRoot;
    const read = (name: DaemonName, identity: ProcessIdentity | undefined): Reading<DaemonProcess> =>
      identity === undefined
        ? absent(`no process called ${name}`)
        : readDaemonProcess(context.files, identity, dataRoot, context.pageBytes);
    return ok({
      dockerd: read('dockerd', identities.dockerd),
      containerd: read('containerd', identities.containerd),
    });
  });
}
