import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Options } from './options.ts';
import { hasCompiler } from './programs/compile.ts';
import { mainFile } from './programs/exporter.ts';

/** What this run needs and does not find, ready to be printed; empty when all is there. */
export function missingRequirements(options: Options): string[] {
  const missing: string[] = [];
  if (process.platform !== 'linux') missing.push('Linux');
  if (process.getuid?.() !== 0) missing.push('root (sudo npm run bench)');
  if (!existsSync(mainFile)) missing.push('dist/main.js (npm run build)');
  const packages = neededPackages(options);
  if (packages.length > 0) missing.push(`Debian packages (apt-get install ${packages.join(' ')})`);
  return missing;
}

function neededPackages(options: Options): string[] {
  const needed: [string, string][] = [];
  if (options.only.some((id) => id !== 'engine')) {
    needed.push(['prometheus-node-exporter', 'prometheus-node-exporter']);
  }
  if (options.only.includes('engine')) needed.push(['dockerd', 'docker.io'], ['busybox', 'busybox-static']);
  if (!hasCompiler() && !isInPath('perl')) needed.push(['perl', 'perl']);
  return needed.filter(([program]) => !isInPath(program)).map(([, name]) => name);
}

export const searchPath = (): string[] => (process.env['PATH'] ?? '').split(delimiter);

function isInPath(program: string): boolean {
  return searchPath().some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
