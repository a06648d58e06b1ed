import { factsOf } from '../advisories/given-facts.ts';
import { catalogueOf } from '../catalogue/catalogue.ts';
import type { Config } from '../config/config.ts';
import { longestBudgetSeconds } from '../http/scrape-budget.ts';
import type { Catalogue } from '../model/advisory.ts';
import { type Advice, adviceOf, statusOf, textOf } from './advise-answer.ts';
import { chosenFrom } from './advise-choice.ts';
import { isAboutThisHost, withGiven } from './advise-host.ts';
import { assemble } from './assemble.ts';
import { checkPaths } from './check-paths.ts';
import { frugal } from './frugal.ts';
import { leave } from './leave.ts';
import { createLog } from './log.ts';
import { print } from './print.ts';
import { screenOf } from './screen.ts';

/**
 * Says which advisories a host is exposed to, and sets the exit status that stands for it. A host that
 * flags describe is judged by them alone: nothing is read and nobody is asked.
 *
 * @throws CatalogueError, UnknownAdvisories
 */
export async function advise(config: Config, version: string): Promise<void> {
  const catalogue = await catalogueOf(config.advisoriesDir);
  const chosen = chosenFrom(catalogue, config.advise.advisories);
  if (isAboutThisHost(config.advise)) await adviseThisHost(config, version, { catalogue, chosen });
  else {
    const advice = adviceOf(chosen, factsOf(config.advise.given, today()), config.advise);
    await answer(advice, config);
    process.exitCode = statusOf(advice);
  }
}

interface Catalogues {
  readonly catalogue: Catalogue;
  /** The part of it that is asked about. */
  readonly chosen: Catalogue;
}

async function adviseThisHost(config: Config, version: string, { catalogue, chosen }: Catalogues): Promise<never> {
  checkPaths(config);
  const log = createLog(config.logLevel, config.logFormat);
  const assembly = assemble(frugal(config), version, log, catalogue);
  const { diagnosis } = await assembly.watch.look(longestBudgetSeconds);
  if (diagnosis.risk === undefined) throw new Error('this host was not judged: there is no catalogue of advisories');
  const facts = withGiven(diagnosis.risk.facts, config.advise.given);
  const advice = adviceOf(chosen, facts, config.advise);
  await answer(advice, config);
  assembly.engine?.close();
  return leave(assembly.host, statusOf(advice));
}

const answer = (advice: Advice, { output }: Config): Promise<void> =>
  print(textOf(advice, output, screenOf(process.stdout)));

const today = (): string => new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
