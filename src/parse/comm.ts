/** `TASK_COMM_LEN` without the final zero; kernel threads may have longer names. */
const longest = 15;
/** What a terminal or a log reader would act on. A process may name itself anything, prctl(2) PR_SET_NAME. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The name of a process from `/proc/PID/comm` (proc_pid_comm(5)), fit to be shown to a person: at most 15
 * characters, a question mark for each one that is not for printing.
 *
 * @example `containerd-shim` and a newline
 */
export const parseComm = (text: string): string =>
  [...text.trim()].slice(0, longest).join('').replaceAll(unprintable, '?');
