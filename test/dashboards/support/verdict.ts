import type { Answer } from './api.ts';
import { ask } from './ask.ts';
import type { Dashboard } from './grafana.ts';
import { findings } from './judge.ts';
import { type Query, queriesOf } from './queries.ts';
import { type Site, worlds } from './site.ts';
import { multiOf, type Variation, variationsOf } from './variations.ts';

/** What was asked of one query and what came back, for every choice of hosts. */
export interface Trial {
  readonly query: Query;
  readonly answers: readonly { readonly variation: Variation; readonly answer: Answer }[];
}

export interface Verdict {
  /** Everything that is wrong. */
  readonly problems: readonly string[];
  /** Empty on a healthy host, which only the list of exceptions makes right. */
  readonly isEmptyOnHealthy: boolean;
}

/** Asks every query of a dashboard with every choice of hosts, some at a time. */
export async function tryDashboard(site: Site, dashboard: Dashboard): Promise<readonly Trial[]> {
  const variations = variationsOf(dashboard);
  const multi = multiOf(dashboard);
  const trials: Trial[] = [];
  for (const query of queriesOf(dashboard)) {
    const asked = variations.map(async (variation) => ({
      variation,
      answer: await ask(site, query, variation, multi),
    }));
    trials.push({ query, answers: await Promise.all(asked) });
  }
  return trials;
}

const isEmpty = ({ answer }: Trial['answers'][number]): boolean => answer.error === '' && answer.series.length === 0;

/** A drop-down of clusters is empty where there is none. */
const needsCluster = ({ query }: Trial): boolean => query.shape === 'labels' && query.label === 'cluster';

const judged = (trial: Trial): Trial['answers'] =>
  trial.answers.filter(({ variation }) => !needsCluster(trial) || variation.world === 'with cluster');

/** Where nothing may be empty: all hosts together, and in each world one of the sick hosts at least. */
function emptiness(trial: Trial): readonly string[] {
  const answers = judged(trial);
  const full = answers.filter((each) => each.variation.expectation === 'full' && isEmpty(each));
  const nowhere = worlds.filter((world) => {
    const sick = answers.filter(({ variation }) => variation.expectation === 'sick' && variation.world === world);
    return sick.length > 0 && sick.every(isEmpty);
  });
  return [...full.map(({ variation }) => variation.name), ...nowhere.map((world) => `${world}, every sick host`)].map(
    (where) => `${where}: empty`,
  );
}

/** `cluster` may be missing from the legend of a world that has none. */
const optionalIn = ({ world }: Variation): readonly string[] => (world === 'without cluster' ? ['cluster'] : []);

export function judge(trial: Trial): Verdict {
  const { query, answers } = trial;
  const problems = answers.flatMap(({ variation, answer }) =>
    findings(query, answer, optionalIn(variation)).map((finding) => `${variation.name}: ${finding}`),
  );
  const isEmptyOnHealthy = judged(trial).some((each) => each.variation.expectation === 'healthy' && isEmpty(each));
  return { problems: [...problems, ...emptiness(trial)], isEmptyOnHealthy };
}
