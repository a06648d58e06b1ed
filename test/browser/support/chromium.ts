import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const program = 'chromium';

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The path of Debian's Chromium.
 * @param searchPath Folders as in `PATH`.
 * @throws Error with the command that installs it.
 */
export function chromiumPath(searchPath: string = process.env['PATH'] ?? ''): string {
  const paths = searchPath.split(delimiter).map((folder) => join(folder, program));
  const found = paths.find(isProgram);
  if (found !== undefined) return found;
  throw new Error('chromium is not on PATH: apt-get install --no-install-recommends chromium');
}

/** Chromium refuses its sandbox to root; what it is shown comes from this repository. */
const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** A browser without a window. It ends with this process at the latest. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    // The shared memory of a container may be smaller than a page needs.
    args: ['--disable-dev-shm-usage', '--font-render-hinting=none', ...forRoot],
  });
