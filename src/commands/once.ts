import { catalogueOf } from '../catalogue/catalogue.ts';
import type { Config } from '../config/config.ts';
import { longestBudgetSeconds } from '../http/scrape-budget.ts';
import { Deadline } from '../sources/deadline.ts';
import { assemble } from './assemble.ts';
import { checkPaths } from './check-paths.ts';
import { leave } from './leave.ts';
import { createLog } from './log.ts';
import { lookUntilDecided } from './look.ts';

/** The inventory, which a server fetches in its own time, gets this long here. */
const inventorySeconds = 5;

/** Takes one snapshot, prints the exposition to stdout and ends the process. */
export async function once(config: Config, version: string): Promise<never> {
  checkPaths(config);
  const catalogue = await catalogueOf(config.advisoriesDir);
  const log = createLog(config.logLevel, config.logFormat);
  const assembly = assemble(config, version, log, catalogue);
  const { exposition, engine, host } = assembly;
  await engine?.refreshInventory(new Deadline(inventorySeconds));
  await lookUntilDecided(assembly);
  const text = await exposition.scrape(longestBudgetSeconds, 'text');
  await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
  engine?.close();
  return leave(host, 0);
}
