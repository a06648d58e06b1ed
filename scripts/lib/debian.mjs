import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { run } from './run.mjs';
import { missingTools, packagesFor } from './tools.mjs';

const policy = '/usr/sbin/policy-rc.d';
const quiet = { DEBIAN_FRONTEND: 'noninteractive' };

/**
 * Debian starts the services of a package when it installs it: dockerd and prometheus would then run
 * on the machine. Exit code 101 of this script forbids it; a policy that is there already is left alone.
 */
function withoutStartingServices(work) {
  if (existsSync(policy)) return work();
  const remove = () => rmSync(policy, { force: true });
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  process.once('exit', remove);
  try {
    return work();
  } finally {
    remove();
    process.off('exit', remove);
  }
}

function install(packages) {
  console.log(`installing Debian packages: ${packages.join(' ')}`);
  return withoutStartingServices(() =>
    run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env: quiet }),
  );
}

/** Why nothing can be installed here, in one line; `undefined` when it can. */
function obstacle(missing) {
  const names = missing.map((tool) => tool.program).join(', ');
  const packages = packagesFor(missing).join(' ');
  if (!existsSync('/etc/debian_version'))
    return `not Debian: install ${names} yourself (Debian has them in ${packages})`;
  if (process.getuid() !== 0)
    return `needs root to install ${names}: sudo apt-get install --no-install-recommends ${packages}`;
  return undefined;
}

/**
 * Installs what is missing of the programs that `parts` of the tests need.
 * @param {readonly string[]} parts
 * @returns {string | undefined} What went wrong, in one line.
 */
export function installTools(parts) {
  let missing = missingTools(parts);
  if (missing.length === 0) return undefined;
  const problem = obstacle(missing) ?? run('apt-get', ['update', '-q'], { env: quiet });
  if (problem) return problem;
  while (missing.length > 0) {
    const packages = packagesFor(missing);
    if (packages.length === 0)
      return `still missing after installation: ${missing.map((tool) => tool.program).join(', ')}`;
    const failure = install(packages);
    if (failure) return failure;
    missing = missingTools(parts);
  }
  return undefined;
}
