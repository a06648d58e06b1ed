import { join } from 'node:path';
import { build } from 'esbuild';

/** The text editor of Grafana, which no panel needs, is 80 MB. */
const left = 'monaco-editor';

/** The page's scripts and styles by the names of their files. */
export async function bundle(): Promise<ReadonlyMap<string, Buffer>> {
  const { outputFiles } = await build({
    entryPoints: { page: join(import.meta.dirname, 'page/main.tsx') },
    tsconfig: join(import.meta.dirname, 'tsconfig.json'),
    outdir: '/',
    bundle: true,
    splitting: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: [left, `${left}/*`],
    logLevel: 'error',
  });
  return new Map(outputFiles.map(({ path, contents }) => [path.slice(1), Buffer.from(contents)]));
}
