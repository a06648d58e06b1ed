import { absent, type Reading } from '../../model/reading.ts';
import { parseDistribution } from '../../parse/os-release.ts';
import type { HostFiles } from './host-files.ts';
import { readFirst } from './read-parsed.ts';

/**
 * The host's `/etc/os-release`. In a container that file is the image's: where our root is not the
 * host's and no other one was given, there is nothing to read.
 */
export function readDistribution(files: HostFiles): Reading<string> {
  if (files.roots.rootfs === '/' && !sharesMountNamespace(files)) {
    return absent("the host's root file system is not mounted here (--path.rootfs)");
  }
  return readFirst(files, [files.root('etc/os-release'), files.root('usr/lib/os-release')], parseDistribution);
}

/** Whether we live in the mount namespace of the host's process 1; assumed when it cannot be told. */
function sharesMountNamespace(files: HostFiles): boolean {
  const own = files.readLink('/proc/self/ns/mnt');
  const host = files.readLink(files.proc('1/ns/mnt'));
  return own.kind !== 'ok' || host.kind !== 'ok' || own.value === host.value;
}
