/**
 * `npm run docs`: writes every generated page. With `--check` it writes nothing, names the pages that are
 * not current and exits with 1 if there are any.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type GeneratedPage, generatedPages } from './docs/pages.ts';

const root = join(import.meta.dirname, '..');

async function isCurrent({ path, text }: GeneratedPage): Promise<boolean> {
  try {
    return (await readFile(join(root, path), 'utf8')) === text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

const words = process.argv.slice(2);
const unknown = words.filter((word) => word !== '--check');
if (unknown.length > 0) {
  process.stderr.write(`unknown argument ${unknown.join(', ')}: expected --check or none\n`);
  process.exit(2);
}

const check = words.includes('--check');
for (const page of await generatedPages()) {
  if (await isCurrent(page)) continue;
  if (check) {
    process.stderr.write(`${page.path} is not current: run "npm run docs"\n`);
    process.exitCode = 1;
  } else {
    await writeFile(join(root, page.path), page.text);
    process.stdout.write(`wrote ${page.path}\n`);
  }
}
