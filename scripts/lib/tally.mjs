/** How many checks passed, failed and were skipped, over all runners. */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/** One check that either has a problem or has not. */
export const single = (problem) =>
  problem === undefined ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, problem };

export const add = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

export const describe = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
