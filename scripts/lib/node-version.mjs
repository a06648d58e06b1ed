import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** The lowest version that `engines.node` of package.json allows, e.g. `20.19`. */
function requiredVersion() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return engines.node.replace(/^>=\s*/, '');
}

/** True when `have` ("22.1.0") is not lower than `need` ("20.19"), part by part. */
export function isAtLeast(have, need) {
  const haveParts = have.split('.').map(Number);
  for (const [index, part] of need.split('.').map(Number).entries()) {
    const own = haveParts[index] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}

/** Ends the process with one line when this Node is too old to run the exporter. */
export function requireNode() {
  const need = requiredVersion();
  if (isAtLeast(process.versions.node, need)) return;
  console.error(`docker-host-exporter needs Node >= ${need}; this is ${process.version} (${process.execPath})`);
  process.exit(1);
}
