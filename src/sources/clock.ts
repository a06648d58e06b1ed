/** Seconds on a clock that never jumps and has no meaning but by comparison: the clock of the snapshots. */
export const clock = (): number => performance.now() / 1000;
