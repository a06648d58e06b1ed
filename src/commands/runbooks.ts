import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The same from `src/` and from `dist/`. */
const shipped = fileURLToPath(new URL('../../docs/runbooks', import.meta.url));

/**
 * The text of each runbook by its name, `DockerHostZombies`: all of `docs/runbooks`, read once. Where they were
 * not installed there are none, and the path of a runbook in the repository has to do.
 */
export function readRunbooks(directory = shipped): ReadonlyMap<string, string> {
  try {
    const names = fs.readdirSync(directory).flatMap((file) => /^([\w-]+)\.md$/.exec(file)?.[1] ?? []);
    return new Map(names.sort().map((name) => [name, fs.readFileSync(`${directory}/${name}.md`, 'utf8')]));
  } catch {
    return new Map();
  }
}
