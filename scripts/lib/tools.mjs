import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/**
 * The programs that the tests need beside Node, and the Debian packages that bring them, in the order
 * in which to try them (Debian 13 moved the `docker` command out of docker.io). busybox is looked for
 * by package alone: the program of the package `busybox` has the same name and is not static.
 */
const tools = [
  { program: 'promtool', packages: ['prometheus'], parts: ['golden', 'rules', 'dashboards', 'e2e', 'page'] },
  { program: 'prometheus', packages: ['prometheus'], parts: ['dashboards', 'e2e', 'page'] },
  { program: 'amtool', packages: ['prometheus-alertmanager'], parts: ['rules', 'e2e', 'page'] },
  { program: 'prometheus-alertmanager', packages: ['prometheus-alertmanager'], parts: ['rules', 'e2e', 'page'] },
  { program: 'chromium', packages: ['chromium'], parts: ['browser'] },
  { program: 'dockerd', packages: ['docker.io'], parts: ['e2e', 'page'] },
  { program: 'containerd', packages: ['docker.io', 'containerd'], parts: ['e2e', 'page'] },
  { program: 'docker', packages: ['docker.io', 'docker-cli'], parts: ['e2e', 'page'] },
  { program: 'busybox', packages: ['busybox-static'], parts: ['e2e', 'page'], packageOnly: true },
];

const folders = [...(process.env.PATH ?? '').split(':'), '/usr/local/sbin', '/usr/sbin', '/sbin'];

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const isOnPath = (program) => folders.some((folder) => isProgram(join(folder, program)));

function isPackageInstalled(name) {
  const query = spawnSync('dpkg-query', ['--status', name], { encoding: 'utf8' });
  return query.status === 0 && /^Status: .* installed$/m.test(query.stdout);
}

const isPresent = ({ program, packages, packageOnly }) =>
  packageOnly ? packages.some(isPackageInstalled) : isOnPath(program);

/** The tools that these parts of the tests need and this machine has not. */
export function missingTools(parts) {
  return tools.filter((tool) => tool.parts.some((part) => parts.includes(part)) && !isPresent(tool));
}

/** The next packages to install for these tools; empty when there is nothing left to try. */
export function packagesFor(missing) {
  const next = missing.map((tool) => tool.packages.find((name) => !isPackageInstalled(name)));
  return [...new Set(next.filter((name) => name !== undefined))];
}
