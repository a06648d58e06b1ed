import { settleSeconds } from '../diagnosis/suspicion.ts';
import { longestBudgetSeconds } from '../http/scrape-budget.ts';
import type { Look } from '../model/diagnosis.ts';
import { Deadline } from '../sources/deadline.ts';

/** What it takes to look at the host, and to be told more by the Engine between two looks. */
export interface Looker {
  readonly watch: { look(budgetSeconds: number): Promise<Look> };
  readonly engine: { inspectsSettled(deadline: Deadline): Promise<void> } | undefined;
}

/** The first to see something, the second to ask the Engine about it, the third to hear what it said. */
const mostLooks = 3;
/** What has to last for `settleSeconds` has done so with certainty when this is over. */
export const pauseSeconds = settleSeconds + 0.2;
/** The Engine's word on single containers gets this long on top. */
const inspectSeconds = 3;

/**
 * Looks at the host until everything that it saw is old enough to be judged, or has gone; three times at
 * the most. `tell` hears why it takes a while.
 */
export async function lookUntilDecided(
  { watch, engine }: Looker,
  tell: (text: string) => void = () => {},
): Promise<Look> {
  let look = await watch.look(longestBudgetSeconds);
  for (let looks = 1; looks < mostLooks && look.diagnosis.undecided > 0; looks += 1) {
    if (looks === 1) {
      tell(
        `what is new has to last before it is told (${look.diagnosis.undecided}): looking again in ${pauseSeconds} s`,
      );
      await sleep(pauseSeconds);
    }
    await settled(engine);
    look = await watch.look(longestBudgetSeconds);
  }
  return look;
}

async function settled(engine: Looker['engine']): Promise<void> {
  if (engine === undefined) return;
  const deadline = new Deadline(inspectSeconds);
  await engine.inspectsSettled(deadline);
  deadline.clear();
}

const sleep = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));
