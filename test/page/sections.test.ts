import { describe, expect, it } from 'vitest';
import { absent, denied, ok } from '../../src/model/reading.ts';
import { pageOf } from '../../src/page/page.ts';
import {
  diagnosisOf,
  healthyDiagnosis,
  healthyEngine,
  healthySnapshot,
  now,
  offender,
  runningDaemon,
} from '../support/healthy.ts';
import { processTable } from '../support/process-table.ts';
import { parse, sectionOf } from './markup.ts';
import { about, engineSaying, pageAt, pageWith } from './pages.ts';

const text = (html: string, id: string): string => sectionOf(html, id).text;

describe('a healthy host', () => {
  const page = pageAt();

  it('is told in one line', () => {
    expect(parse(page).text).toContain('docker-7 OK Nothing is wrong on this host. Seen at 2026-11-18 11:06:40 UTC.');
    expect(text(page, 'findings')).toBe('What is wrong Nothing that this exporter could see.');
    expect(text(page, 'unseen')).toContain('Everything that it looks at could be seen.');
  });

  it('has no table of offenders', () => {
    for (const id of ['processes', 'containers', 'mounts']) {
      expect(sectionOf(page, id).elements.map(({ name }) => name)).not.toContain('table');
    }
  });
});

describe('findings', () => {
  const orphans = Array.from({ length: 6 }, (_, index) => offender('unkillable', { name: `web-${index}` }));
  const page = pageAt(healthySnapshot, diagnosisOf(orphans));

  it('tell what is wrong, who, what it means, what is next, and the runbook', () => {
    expect(text(page, 'findings')).toMatch(
      /warning 6 processes are still there although SIGKILL is pending Who sleep in web-0 \(3f2a9c01d4e5\), .* and 2 others Means They wait .* Next Read \/proc\/PID\/wchan .* Runbook docs\/runbooks\/DockerHostUnkillableProcesses\.md/,
    );
  });

  it('have commands as code', () => {
    expect(page).toContain('<code>/proc/PID/wchan</code>');
  });
});

describe('the Engine', () => {
  it('by probe, with the reason of one that fails', () => {
    const probes = {
      ...healthyEngine.probes,
      list: { state: 'timeout', durationSeconds: 4.01, lastAnswer: now - 300, detail: 'nothing within 4 s' } as const,
    };
    const page = pageAt({ ...healthySnapshot, engine: { ...healthyEngine, probes } });
    expect(text(page, 'engine')).toContain('ping GET /_ping answers 10 ms now');
    expect(text(page, 'engine')).toContain(
      'list GET /containers/json?limit=1 does not answer: nothing within 4 s 4 s 5 min ago',
    );
    expect(parse(page).text).toContain('Engine answers in part critical');
  });

  it('that is not asked is not seen', () => {
    const visibility = { ...healthySnapshot.visibility, engine: { visible: false, reason: 'switched off' } as const };
    const page = pageAt({ ...healthySnapshot, engine: undefined, visibility });
    expect(text(page, 'engine')).toBe('Docker Engine not seen: the Engine is not asked');
    expect(parse(page).text).toContain('Engine not seen');
  });
});

describe('descriptors', () => {
  const daemons = (process: Parameters<typeof runningDaemon>[0]) => ({
    dockerd: runningDaemon(process),
    containerd: { ...runningDaemon(), process: absent('no containerd') },
  });

  it('against the limit', () => {
    const fdsByTarget = { devicemapper: 448, container_stdio: 0, container_log: 0, socket: 214, pipe: 249 };
    const rest = { anon_inode: 1, deleted: 0, data_root: 0, other: 0, unclassified: 0 };
    const page = pageWith({
      daemons: daemons({
        openFds: ok(1021),
        maxFds: ok({ soft: 1024, hard: 4096 }),
        fdsByTarget: ok({ ...fdsByTarget, ...rest }),
      }),
    });
    expect(text(page, 'daemon')).toContain(
      '1,021 of 1,024 (99 %) 448 device-mapper devices, 249 pipes and 214 sockets',
    );
    expect(text(page, 'daemon')).toContain('containerd does not run');
    expect(
      sectionOf(page, 'daemon')
        .elements.find(({ name }) => name === 'svg')
        ?.attributes.get('aria-label'),
    ).toBe('99 % of the descriptors of dockerd; warning from 80 %, critical from 95 % on');
    expect(parse(page).text).toContain('Descriptors of dockerd 99 % critical');
  });

  it('that were not seen are not none', () => {
    const page = pageWith({ daemons: daemons({ openFds: denied('/proc/100/fd: EACCES') }) });
    expect(text(page, 'daemon')).toContain('not seen: denied: /proc/100/fd: EACCES');
    expect(parse(page).text).toContain('Descriptors not seen');
  });

  it('without a limit', () => {
    const page = pageWith({ daemons: daemons({ maxFds: ok({ soft: 'unlimited', hard: 'unlimited' }) }) });
    expect(text(page, 'daemon')).toContain('10, without a limit');
    expect(parse(page).text).toContain('Descriptors no limit ok');
  });
});

describe('processes', () => {
  const zombies = ok(processTable([{ pid: 1 }, { pid: 2, state: 'zombie' }, { pid: 3, state: 'zombie' }]));

  it('zombies by parent, and those that do not end', () => {
    const zombieParents = { dockerd: 0, containerd: 0, shim: 0, container: 2, host: 0 };
    const worst = [
      offender('zombie_parent', { count: 14, process: 'sh', pids: [77, 78] }),
      offender('unkillable', { process: 'nfsd', pids: [88] }),
      offender('zombie_leader', { process: 'dotnet', age: 7200 }),
    ];
    const page = text(pageWith({ processes: zombies }, diagnosisOf(worst, { zombieParents })), 'processes');
    expect(page).toContain('Zombies 2 children of: processes in containers 2');
    expect(page).toContain('sh in web (3f2a9c01d4e5) 14 3 min 77 78');
    expect(page).toContain('nfsd in web (3f2a9c01d4e5) SIGKILL pending 1 3 min 88');
    expect(page).toContain('dotnet in web (3f2a9c01d4e5) zombie with live threads 1 2 h');
  });

  it('says how many have no name', () => {
    const diagnosis = diagnosisOf([offender('unkillable')]);
    const totals = { ...diagnosis.offenders.totals, unkillable: 31 };
    const page = pageAt(healthySnapshot, { ...diagnosis, offenders: { ...diagnosis.offenders, dropped: 30, totals } });
    expect(text(page, 'processes')).toContain('30 more not named here: --offenders.max');
  });

  it('that were not seen are not none', () => {
    const page = text(pageWith({ processes: denied('/proc: EACCES') }), 'processes');
    expect(page).toContain('Zombies not seen: denied: /proc: EACCES');
    expect(page).toContain('Threads not seen: denied: /proc: EACCES');
  });

  it('of which some were not read are the least that there is', () => {
    const processes = { ...zombies, missed: ['/proc/9/stat: EIO'] };
    expect(text(pageWith({ processes }), 'processes')).toContain('Zombies at least 2');
    const none = { ...ok(processTable([{ pid: 1 }])), missed: ['/proc/9/stat: EIO'] };
    expect(text(pageWith({ processes: none }), 'processes')).toContain('Zombies not seen: /proc/9/stat: EIO');
  });

  it('are not counted where only those of the exporter are seen', () => {
    const visibility = {
      ...healthySnapshot.visibility,
      host_processes: { visible: false, reason: 'hidepid' } as const,
    };
    const page = pageAt({ ...healthySnapshot, visibility });
    for (const label of ['Zombies', 'Unkillable', 'Threads']) {
      expect(text(page, 'processes')).toContain(`${label} not seen: hidepid`);
    }
    expect(text(page, 'mounts')).toContain('Lingering on the host not seen: hidepid');
  });
});

describe('containers', () => {
  const reconciliation = {
    ...(healthyDiagnosis.reconciliation ?? { suspects: [], undecided: 0 }),
    ghosts: ['a'.repeat(64)],
    orphans: [{ id: 'b'.repeat(64), pids: [5] }],
    orphaned: { processes: 3, residentBytes: 2 ** 30, swapBytes: 0 },
  };

  it('ghosts and orphans by name', () => {
    const worst = [
      offender('ghost', { process: '', name: 'db', pids: [] }),
      offender('orphan', { process: '', name: 'old', count: 3, pids: [5, 6, 7] }),
    ];
    const page = text(pageAt(healthySnapshot, diagnosisOf(worst, { reconciliation })), 'containers');
    expect(page).toContain('Ghosts 1 the Engine says');
    expect(page).toContain('3 processes with 1 GiB of memory');
    expect(page).toContain('db (3f2a9c01d4e5) ghost 0 3 min –');
    expect(page).toContain('old (3f2a9c01d4e5) orphan 3 3 min 5 6 7');
  });

  it('that cannot be compared are not none', () => {
    const page = pageAt(healthySnapshot, { ...healthyDiagnosis, reconciliation: undefined });
    expect(text(page, 'containers')).toMatch(/Ghosts not seen: ghosts and orphans cannot be told: /);
    expect(parse(page).text).toMatch(/Ghosts not seen Orphans not seen/);
  });
});

describe('mounts', () => {
  it('lingering and leaked, with places and holders', () => {
    const nobody = { container: 0, shim: 0, dockerd: 0, containerd: 0, exporter: 0, other: 0 };
    const worst = [
      offender('lingering_mount', { process: '', count: 1, places: ['/var/lib/docker/devicemapper/mnt/abc'] }),
      offender('mount_holder', { process: 'backup', count: 2, places: ['/mnt/a', '/mnt/b'] }),
    ];
    const mounts = { byDriver: new Map([['devicemapper', { live: 4, lingering: 3 }]]) };
    const leaks = { byDriver: new Map([['devicemapper', { ...nobody, systemd_service: 2 }]]) };
    const page = text(pageAt(healthySnapshot, diagnosisOf(worst, { mounts, leaks })), 'mounts');
    expect(page).toContain('Lingering on the host 1 and 2 that came up just now');
    expect(page).toContain('Leaked elsewhere 2 held by: systemd services 2');
    expect(page).toContain('Of containers that run 4 devicemapper');
    expect(page).toContain('web (3f2a9c01d4e5) 1 3 min /var/lib/docker/devicemapper/mnt/abc');
    expect(page).toContain('backup in web (3f2a9c01d4e5) 2 3 min 1234 /mnt/a /mnt/b');
  });

  it('that cannot be judged are not none', () => {
    const diagnosis = { ...healthyDiagnosis, mounts: undefined, leaks: undefined };
    expect(text(pageWith({ mounts: denied('/proc/1/mountinfo: EACCES') }, diagnosis), 'mounts')).toContain(
      'Lingering on the host not seen: denied: /proc/1/mountinfo: EACCES Leaked elsewhere not seen: denied: /proc/1/mountinfo: EACCES',
    );
    expect(text(pageWith({}, diagnosis), 'mounts')).toContain('Lingering on the host not seen: a container that lives');
  });

  it('the thin pool', () => {
    const pool = ok({
      data: { usedBytes: 86 * 2 ** 30, sizeBytes: 100 * 2 ** 30 },
      metadata: { usedBytes: 1, sizeBytes: 2 ** 30 },
      deferredDeletedDevices: 3,
    });
    const page = text(pageAt({ ...healthySnapshot, engine: engineSaying({ pool }) }), 'mounts');
    expect(page).toContain('Thin pool, data 86 GiB of 100 GiB (86 %)');
    expect(page).toContain('Devices that wait to be deleted 3');
  });
});

it('what cannot be seen, with the way out and the runbook', () => {
  const reason = 'it takes CAP_SYS_PTRACE';
  const visibility = { ...healthySnapshot.visibility, mount_namespaces: { visible: false, reason } as const };
  const stuck = [{ path: '/proc/5/mountinfo', since: now - 90 }];
  const page = pageAt({ ...healthySnapshot, visibility, stuck });
  expect(text(page, 'unseen')).toContain(
    'Mounts in other mount namespaces mount_namespaces it takes CAP_SYS_PTRACE docs/runbooks/DockerHostVisibilityDegraded.md',
  );
  expect(text(page, 'unseen')).toContain('/proc/5/mountinfo 1 min');
  expect(parse(page).text).toContain('Unknown No problem found, but not all could be seen.');
});

it('what is too new is announced', () => {
  const page = pageOf({ snapshot: healthySnapshot, diagnosis: { ...healthyDiagnosis, undecided: 2 } }, about);
  expect(parse(page).text).toContain('2 things came up just now');
});
