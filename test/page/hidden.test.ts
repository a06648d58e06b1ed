import { describe, expect, it } from 'vitest';
import { reportOf } from '../../src/diagnosis/report/report.ts';
import { absent, malformed, ok, timedOut } from '../../src/model/reading.ts';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { pageWithout } from '../../src/page/page.ts';
import { healthyDiagnosis, healthyEngine, healthyHost, healthyInfo, healthySnapshot } from '../support/healthy.ts';
import { parse, sectionOf } from './markup.ts';
import { about, pageAt } from './pages.ts';

const text = (html: string, id: string): string => sectionOf(html, id).text;
const hidden = { visible: false, reason: 'it takes --pid=host' } as const;
const refused = { state: 'refused', durationSeconds: 0, lastAnswer: undefined, detail: 'connect ENOENT /x' } as const;
const nobody = absent('connect ENOENT /x');
const gone = { ...healthyHost.daemons.dockerd, process: absent('no dockerd') };

/** An exporter in a container of its own: it sees neither the processes of the host nor the Engine. */
const inContainer: Snapshot = {
  ...healthySnapshot,
  host: { ...healthyHost, daemons: { dockerd: gone, containerd: gone } },
  engine: {
    ...healthyEngine,
    probes: { ping: refused, list: refused, info: refused },
    info: nobody,
    version: nobody,
    containers: nobody,
  },
  visibility: { ...healthySnapshot.visibility, host_processes: hidden },
};

describe('what was not found where not all was seen is not said to be absent', () => {
  const page = pageAt(inContainer, { ...healthyDiagnosis, reconciliation: undefined });
  const visible = pageAt({ ...inContainer, visibility: healthySnapshot.visibility });

  it.each([
    ['daemon', 'dockerd not seen: it takes --pid=host', 'dockerd does not run'],
    ['daemon', 'containerd not seen: it takes --pid=host', 'containerd does not run'],
    ['containers', 'By the kernel not seen: it takes --pid=host', 'By the kernel 0 containers of Docker'],
    ['containers', 'By the Engine not seen: connect ENOENT /x', 'By the Engine none: Docker does not run on this host'],
    ['mounts', 'Of containers that run not seen: it takes --pid=host', 'Of containers that run 0 mounts'],
    [
      'advisories',
      'Docker Engine not seen: the Engine has not answered',
      'Docker Engine none: Docker does not run on this host',
    ],
    ['advisories', 'runc not seen: the Engine has not answered', 'runc none: Docker does not run on this host'],
  ])('%s: %s', (section, unseen, seen) => {
    expect(text(page, section)).toContain(unseen);
    expect(text(page, section)).not.toMatch(/none: |does not run(?! here)/);
    expect(text(visible, section)).toContain(seen);
  });

  it('at a glance neither', () => {
    expect(parse(page).text).toContain('Engine refuses unknown Descriptors not seen Busiest thread not seen');
    expect(parse(page).text).not.toMatch(/not here| ok /);
  });

  it('also where only some processes were missed', () => {
    const processes = { ...healthyHost.processes, missed: ['/proc/9: EIO'] } as typeof healthyHost.processes;
    const some = pageAt({
      ...inContainer,
      host: { ...inContainer.host, processes },
      visibility: healthySnapshot.visibility,
    });
    expect(text(some, 'daemon')).toContain('dockerd not seen: /proc/9: EIO');
  });

  it('and the page says what it takes', () => {
    const { unseen } = reportOf(inContainer, { ...healthyDiagnosis, reconciliation: undefined });
    expect(unseen.map(({ part }) => part)).toEqual(['host_processes', 'engine', 'reconcile']);
    for (const { reason } of unseen) expect(reason).toMatch(/it takes/);
    expect(text(page, 'unseen')).toMatch(/Docker Engine engine .* cannot be seen: it takes --docker\.host/);
  });
});

it('of containers that are seen there may be more', () => {
  const cgroup = { id: 'a'.repeat(64), runtime: 'docker', path: '/docker/a', pids: [5], nested: [] } as const;
  const host = { ...healthyHost, containers: ok({ containers: [cgroup] }) };
  const visibility = { ...healthySnapshot.visibility, host_processes: hidden };
  const mounts = { byDriver: new Map([['overlay2', { live: 3, lingering: 0 }]]) };
  const page = pageAt({ ...healthySnapshot, host, visibility }, { ...healthyDiagnosis, mounts });
  expect(text(page, 'containers')).toContain('By the kernel at least 1 container of Docker');
  expect(text(page, 'mounts')).toContain('Of containers that run at least 3 overlay2');
});

describe('what the Engine has said before', () => {
  const info = { ...healthyInfo, liveRestore: true };
  const engineWord = { process: undefined, info, version: undefined, hadInfo: true };
  const diagnosis = { ...healthyDiagnosis, memory: { ...healthyDiagnosis.memory, engineWord } };
  const silent = { ...healthyEngine, info: timedOut('no answer for 4 s') };
  const silentPage = pageAt({ ...healthySnapshot, engine: silent }, diagnosis);
  const page = pageAt({ ...healthySnapshot, engine: { ...healthyEngine, info: ok(info) } }, diagnosis);

  it('is told while it says nothing, and marked', () => {
    expect(text(silentPage, 'engine')).toContain(
      'live-restore on as it said last Data root /var/lib/docker as it said',
    );
    expect(text(silentPage, 'engine')).not.toContain('Goroutines');
    expect(text(silentPage, 'advisories')).toContain('Storage driver overlay2 as it said last');
    expect(text(silentPage, 'advisories')).toContain('Docker Engine 20.10.24 as it said last');
  });

  it('has no mark when it says it now', () => {
    expect(text(page, 'engine')).toContain('live-restore on Data root /var/lib/docker');
    expect(parse(page).text).not.toContain('as it said last');
  });
});

describe('what looks like a ghost and is not confirmed', () => {
  const reconciliation = {
    ghosts: ['a'],
    orphans: [],
    orphaned: { processes: 0, residentBytes: 0, swapBytes: 0 },
    suspects: ['b'],
    undecided: 0,
  };
  const page = pageAt(healthySnapshot, { ...healthyDiagnosis, reconciliation });

  it('is not zero', () => {
    expect(text(page, 'containers')).toContain('Ghosts at least 1');
    expect(text(page, 'containers')).toContain('Orphans not seen: 1 container looks like a ghost or an orphan');
  });

  it('is no failure of a collector', () => {
    expect(text(page, 'unseen')).toContain('docs/runbooks/DockerHostGhostContainers.md');
    expect(text(page, 'unseen')).not.toContain('DockerHostCollectorFailing');
  });
});

it('a list of containers that makes no sense is a failure of a collector', () => {
  const engine = { ...healthyEngine, containers: malformed('<html>') };
  const page = pageAt({ ...healthySnapshot, engine }, { ...healthyDiagnosis, reconciliation: undefined });
  expect(text(page, 'unseen')).toMatch(/Ghosts and orphans .* it takes an Engine .*DockerHostCollectorFailing/);
});

it('a page without a look says when there was none', () => {
  expect(parse(pageWithout('no thread', about, 1_795_000_000)).text).toContain('Tried at 2026-11-18 11:06:40 UTC.');
  expect(parse(pageWithout('no thread', about)).text).not.toContain('Tried');
});
