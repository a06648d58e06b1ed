import { expect, it } from 'vitest';
import { offender } from '../../test/support/healthy.ts';
import { offenderKinds } from '../model/offenders.ts';
import { culpritLine } from './check-culprit.ts';

it.each([
  [offender('zombie_parent', { count: 14 }), 'web (3f2a9c01d4e5) sleep: 14 zombies, seen for 3 min, pid 1234'],
  [offender('ghost', { process: '', pids: [] }), 'web (3f2a9c01d4e5): no process lives, seen for 3 min'],
  [
    offender('orphan', { name: '', count: 3, pids: [5, 6, 7] }),
    '3f2a9c01d4e5 sleep: 3 processes, orphaned, seen for 3 min, pids 5 6 7',
  ],
  [
    offender('mount_holder', { container: '', name: '', count: 2, places: ['/mnt/a', '/mnt/b'] }),
    'sleep: holds 2 mounts, seen for 3 min, pid 1234, at /mnt/a /mnt/b',
  ],
  [
    offender('lingering_mount', { container: '', name: '', process: '', pids: [], places: ['/mnt/keep'] }),
    'unknown: 1 mount, seen for 3 min, at /mnt/keep',
  ],
  [
    offender('lingering_mount', { container: '7e11b49b1277', name: '', process: '', pids: [], places: ['/mnt/keep'] }),
    'layer or container 7e11b49b1277: 1 mount, seen for 3 min, at /mnt/keep',
  ],
])('%j', (culprit, line) => expect(culpritLine(culprit)).toBe(line));

it('has words for every kind', () => {
  for (const kind of offenderKinds) expect(culpritLine(offender(kind))).toMatch(/^web \(3f2a9c01d4e5\) sleep: \S/);
});
