import os from 'node:os';
import type { Config, OutputFormat } from '../config/config.ts';
import { reportOf } from '../diagnosis/report/report.ts';
import { type Reporter, reportText } from '../diagnosis/report/report-json.ts';
import { type Report, statuses } from '../model/report.ts';
import { assemble } from './assemble.ts';
import { checkPaths } from './check-paths.ts';
import { type Screen, tableOf } from './check-table.ts';
import { leave } from './leave.ts';
import { createLog } from './log.ts';
import { lookUntilDecided } from './look.ts';

/** A person wants names, however few of them are exposed. */
const fewestNames = 20;

/** Looks at this host, prints what is wrong with it and ends the process with the status that stands for it. */
export async function check(config: Config, version: string): Promise<never> {
  checkPaths(config);
  const log = createLog(config.logLevel, config.logFormat);
  const assembly = assemble(frugal(config), version, log);
  const { snapshot, diagnosis } = await lookUntilDecided(assembly, tellAtTerminal);
  const report = reportOf(snapshot, diagnosis);
  const reporter = { host: os.hostname(), version };
  await print(answerOf(report, reporter, config.output, screenOf(process.stdout)));
  assembly.engine?.close();
  return leave(assembly.host, statuses.indexOf(report.status));
}

/** The inventory is dear for the Engine, and no finding stands on it. */
const frugal = (config: Config): Config => ({
  ...config,
  collectors: { ...config.collectors, inventory: false },
  offendersMax: Math.max(config.offendersMax, fewestNames),
});

/** What the command prints. */
export const answerOf = (report: Report, reporter: Reporter, output: OutputFormat, screen: Screen): string =>
  output === 'json' ? reportText(report, reporter) : tableOf(report, reporter, screen);

const narrowest = 80;
const widest = 120;
const usualWidth = 100;

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  hasColors?(): boolean;
}

/** A terminal's width within reason. Colours only there, and not against NO_COLOR, which Node.js looks after. */
export function screenOf(stream: Stream): Screen {
  if (!stream.isTTY) return { width: usualWidth, hasColour: false };
  const width = Math.min(widest, Math.max(narrowest, stream.columns || usualWidth));
  return { width, hasColour: stream.hasColors?.() ?? false };
}

function tellAtTerminal(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
}

/** Whoever stops reading has seen enough: that is no error of ours. */
function print(text: string): Promise<void> {
  process.stdout.on('error', () => {});
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}
