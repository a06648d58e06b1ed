import os from 'node:os';
import { catalogueOf } from '../catalogue/catalogue.ts';
import type { Config, OutputFormat } from '../config/config.ts';
import { reportOf } from '../diagnosis/report/report.ts';
import { type Reporter, reportText } from '../diagnosis/report/report-json.ts';
import { type Report, statuses } from '../model/report.ts';
import { assemble } from './assemble.ts';
import { checkPaths } from './check-paths.ts';
import { tableOf } from './check-table.ts';
import { frugal } from './frugal.ts';
import { leave } from './leave.ts';
import { createLog } from './log.ts';
import { lookUntilDecided } from './look.ts';
import { print, tellAtTerminal } from './print.ts';
import { type Screen, screenOf } from './screen.ts';

/** Looks at this host, prints what is wrong with it and ends the process with the status that stands for it. */
export async function check(config: Config, version: string): Promise<never> {
  checkPaths(config);
  const catalogue = await catalogueOf(config.advisoriesDir);
  const log = createLog(config.logLevel, config.logFormat);
  const assembly = assemble(frugal(config), version, log, catalogue);
  const { snapshot, diagnosis } = await lookUntilDecided(assembly, tellAtTerminal);
  const report = reportOf(snapshot, diagnosis);
  const reporter = { host: os.hostname(), version };
  await print(answerOf(report, reporter, config.output, screenOf(process.stdout)));
  assembly.engine?.close();
  return leave(assembly.host, statuses.indexOf(report.status));
}

/** What the command prints. */
export const answerOf = (report: Report, reporter: Reporter, output: OutputFormat, screen: Screen): string =>
  output === 'json' ? reportText(report, reporter) : tableOf(report, reporter, screen);
