import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const source = (name: string): string => join(import.meta.dirname, '..', 'native', `${name}.c`);

/** True when a C compiler is there. */
export const hasCompiler = (): boolean => spawnSync('cc', ['--version'], { stdio: 'ignore' }).status === 0;

/**
 * Compiles `native/NAME.c` with `cc -O2` into `directory` and gives the program's path; `undefined`
 * without a compiler.
 * @throws with the compiler's words when it does not compile.
 */
export function compile(name: string, directory: string): string | undefined {
  if (!hasCompiler()) return undefined;
  const program = join(directory, name);
  const args = ['-O2', '-Wall', '-D_GNU_SOURCE', '-o', program, source(name)];
  const done = spawnSync('cc', args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`cc ${source(name)}: ${done.stderr}`);
  return program;
}
