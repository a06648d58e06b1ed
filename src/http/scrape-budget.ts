/** Without a word from the client: what fits into Prometheus' default timeout of 10 s. */
export const longestBudgetSeconds = 9.5;
/**
 * Those who ask at the same time share one look at the host, and the shortest of their budgets is that of all.
 * Whoever asks for less than this would take the time of everybody else.
 */
export const shortestBudgetSeconds = 0.5;
/** Time to render and to send the answer, taken off the client's timeout. */
const offsetSeconds = 0.5;
/** Over the longest budget for judging and writing: a look that takes longer than this hangs. */
export const hangsAfterSeconds = longestBudgetSeconds + 1;

/**
 * Seconds that a scrape may take by the header that Prometheus sends: its timeout less half a second, at
 * least 0.5 s, at most 9.5 s. `undefined` for a header that is not a positive number.
 *
 * @example `X-Prometheus-Scrape-Timeout-Seconds: 10` gives 9.5
 */
export function scrapeBudget(header: string | undefined): number | undefined {
  if (header === undefined) return longestBudgetSeconds;
  const timeout = /^\d+(\.\d+)?$/.test(header.trim()) ? Number(header) : Number.NaN;
  if (!(timeout > 0)) return undefined;
  return Math.min(longestBudgetSeconds, Math.max(shortestBudgetSeconds, timeout - offsetSeconds));
}
