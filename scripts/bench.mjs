// npm run bench [-- flags]: builds, then measures what was built. Flags: npm run bench -- --help
import { spawn, spawnSync } from 'node:child_process';
import { dirname } from 'node:path';

const root = dirname(import.meta.dirname);
const args = process.argv.slice(2);

if (!args.includes('--help') && !args.includes('--no-build')) {
  const built = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) {
    console.error('bench: missing: a build (npm run build failed)');
    process.exit(2);
  }
}

const flags = args.filter((arg) => arg !== '--no-build');
const bench = spawn(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...flags], {
  cwd: root,
  stdio: 'inherit',
});
// The terminal sends Ctrl-C to both; the benchmark cleans up, and this process waits for it.
process.on('SIGINT', () => {});
for (const name of ['SIGTERM', 'SIGHUP']) process.on(name, () => bench.kill(name));
bench.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 128);
});
