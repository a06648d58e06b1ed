import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from './exporter.ts';

interface Lockfile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
}

/**
 * What a user installs: the files that package.json publishes and the packages of production, copied to a
 * folder that everybody may read. What the exporter needs at run time and does not ship is missing there.
 */
export function installTo(folder: string): void {
  const manifest = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8')) as { files: string[] };
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8')) as Lockfile;
  const packages = Object.entries(lock.packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
    .map(([path]) => path)
    // A package inside another one comes with it.
    .filter((path) => path.lastIndexOf('node_modules/') === 0);
  for (const path of ['package.json', ...manifest.files, ...packages]) {
    const from = join(checkout, path);
    if (existsSync(from)) cpSync(from, join(folder, path), { recursive: true });
  }
}
