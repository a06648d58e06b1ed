import fs from 'node:fs';
import { type Logger, pino } from 'pino';

const stderr = 2;

/**
 * A logger that writes to stderr, as exporters do. A log that cannot be written (disk full, reader gone)
 * is lost and nothing else: it must not end a process that watches over a sick host.
 */
export function createLog(level: string, format: 'logfmt' | 'json'): Logger {
  const write = (line: string): void => {
    try {
      fs.writeSync(stderr, format === 'json' ? line : toLogfmt(line));
    } catch {
      // nowhere to say it
    }
  };
  const options = {
    level,
    base: null,
    messageKey: 'msg',
    timestamp: () => `,"ts":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, { write });
}

/** One line of JSON as one line of `key=value`, time first. */
export function toLogfmt(line: string): string {
  const { ts, level, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const entries = Object.entries({ ts, level, msg, ...fields }).filter(([, value]) => value !== undefined);
  return `${entries.map(([key, value]) => `${key}=${logfmtValue(value)}`).join(' ')}\n`;
}

function logfmtValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /^[\w./:+-]+$/.test(text) ? text : JSON.stringify(text);
}
