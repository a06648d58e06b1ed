/**
 * Looks again only when its last look is over for `seconds`; whoever asks sooner gets that one. A look that failed is
 * not kept.
 */
export function recent<T>(look: (budgetSeconds: number) => Promise<T>, seconds: number): typeof look {
  let last: { readonly seen: T; readonly at: number } | undefined;
  return async (budgetSeconds) => {
    if (last !== undefined && performance.now() - last.at < seconds * 1000) return last.seen;
    const seen = await look(budgetSeconds);
    last = { seen, at: performance.now() };
    return seen;
  };
}
