const sizeOfZero =
  'A size of 0 makes the free share NaN, which is not below anything, so the other side of `and` keeps such a host out.';
const guard = 'DockerHostReclaimableSpace/info: > 0 as >= 0 in last_over_time(dockerhost_data_root_size_bytes[5m]) > 0';

/** Mutants that no test can tell from the rule, each with its reason. One that a test does tell, or that is gone, is an error. */
export const equivalentMutants: Readonly<Record<string, string>> = {
  [guard]: sizeOfZero,
  [`${guard} (2)`]: sizeOfZero,
};
