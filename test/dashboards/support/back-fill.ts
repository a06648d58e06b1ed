import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from '../../e2e/support/child.ts';

/** Longer than the past: all of it becomes one block, so that promtool reads the file once. */
const oneBlock = '--max-block-duration=64h';

/**
 * Makes blocks of a text in the format OpenMetrics, in the folder of data of a Prometheus that does not run.
 * @param parts of the text, whole lines each, without the `# EOF`
 */
export async function backFill(folder: string, parts: Iterable<string>): Promise<void> {
  const file = join(folder, 'past.om');
  await writeParts(file, parts);
  const promtool = ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', file, join(folder, 'data')];
  const child = await startChild('promtool', [...promtool, oneBlock]);
  const { code } = await child.exit;
  if (code !== 0) throw new Error(`promtool: exit code ${code}: ${child.stderr().slice(-500)}`);
  rmSync(file);
}

async function writeParts(file: string, parts: Iterable<string>): Promise<void> {
  const stream = createWriteStream(file);
  for (const part of parts) if (!stream.write(part)) await once(stream, 'drain');
  stream.end('# EOF\n');
  await once(stream, 'finish');
}
