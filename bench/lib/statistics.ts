export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

const ascending = (values: readonly number[]): number[] => {
  if (values.length === 0) throw new RangeError('statistics of no values');
  return values.toSorted((a, b) => a - b);
};

/** Middle value; the mean of the middle two when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** Nearest-rank quantile, `share` between 0 and 1: a value that was really measured. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = ascending(values);
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  return sorted[rank - 1] as number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = ascending(values);
  return { median: median(sorted), min: sorted[0] as number, max: sorted.at(-1) as number };
}

/** Ratio of each pair that was measured one after the other, then the spread of those ratios. */
export function pairedRatio(ours: readonly number[], baseline: readonly number[]): Spread {
  if (ours.length !== baseline.length) {
    throw new RangeError(`${ours.length} values of ours for ${baseline.length} of the baseline`);
  }
  return spread(ours.map((value, round) => value / (baseline[round] as number)));
}
