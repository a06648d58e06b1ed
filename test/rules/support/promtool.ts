import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const missing = 'promtool is not installed: it is in the package "prometheus" of Debian, 2.42 or newer';

/** What `promtool` printed, stdout and stderr in the order in which they came. @throws if it is not installed */
export async function promtool(args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'promtool-'));
  try {
    // A file, not pipes: which test file a failure belongs to is told by the order of the two streams alone.
    const path = join(folder, 'output');
    const file = openSync(path, 'w');
    const child = spawn('promtool', args, { stdio: ['ignore', file, file] });
    closeSync(file);
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', (cause) => reject(new Error(missing, { cause })));
      child.once('close', (status) => resolve(status ?? -1));
    });
    return { code, output: readFileSync(path, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @throws with one clear line if promtool is not installed */
export function needPromtool(): void {
  if (spawnSync('promtool', ['--version']).error !== undefined) throw new Error(missing);
}

/**
 * Runs test files, in two processes at a time, and tells for each what promtool printed of it.
 * That of a file that passes is `SUCCESS`.
 */
export async function testRules(paths: readonly string[], perProcess = 8): Promise<ReadonlyMap<string, string>> {
  const results = new Map<string, string>();
  const waiting = Array.from({ length: Math.ceil(paths.length / perProcess) }, (_, index) =>
    paths.slice(index * perProcess, (index + 1) * perProcess),
  );
  const work = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
      const { output } = await promtool(['test', 'rules', ...batch]);
      for (const section of output.split('Unit Testing:').slice(1)) {
        const [path = '', ...lines] = section.split('\n');
        results.set(path.trim(), lines.join('\n').trim());
      }
    }
  };
  await Promise.all([work(), work()]);
  return results;
}
