import { spawnSync } from 'node:child_process';

/** How amtool ended, and all it has printed. */
export interface Answer {
  readonly status: number | null;
  readonly text: string;
}

function amtool(...words: readonly string[]): Answer {
  const { status, stdout, stderr, error } = spawnSync('amtool', words, { encoding: 'utf8', timeout: 60_000 });
  if (error !== undefined) throw new Error(`amtool ${words.join(' ').slice(0, 80)}`, { cause: error });
  return { status, text: stdout + stderr };
}

/** Whether a file is a configuration of Alertmanager. */
export const checkConfig = (file: string): Answer => amtool('check-config', file);

/**
 * Whether an alert with these labels goes to these receivers and to no other one. Status 0 if so.
 * @param receivers separated by commas, in the order of their routes
 */
export function verifyReceivers(file: string, labels: Readonly<Record<string, string>>, receivers: string): Answer {
  const words = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return amtool('config', 'routes', 'test', `--config.file=${file}`, `--verify.receivers=${receivers}`, ...words);
}
