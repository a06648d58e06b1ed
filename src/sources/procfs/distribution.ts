import { absent, type Reading } from '../../model/reading.ts';
import { parseDistribution } from '../../parse/os-release.ts';
import type { HostFiles } from './host-files.ts';
import { sharesNamespace } from './namespaces.ts';
import { readFirst } from './read-parsed.ts';

/**
 * The host's `/etc/os-release`. In a container that file is the image's: where our root is not the
 * host's and no other one was given, there is nothing to read.
 */
export function readDistribution(files: HostFiles): Reading<string> {
  if (files.roots.rootfs === '/' && !sharesNamespace(files, 'mnt')) {
    return absent("the host's root file system is not mounted here (--path.rootfs)");
  }
  return readFirst(files, [files.root('etc/os-release'), files.root('usr/lib/os-release')], parseDistribution);
}
