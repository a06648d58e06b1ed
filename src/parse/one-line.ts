import { ok, type Reading } from '../model/reading.ts';
import { unexpected } from './text.ts';

/** Far more than the kernel takes as its command line (2048 on x86), or as a sysctl. */
const longestLine = 16_384;

/** No line of text has these; a tab stands between the numbers of some sysctls. */
const control = /(?!\t)\p{Cc}/u;

/**
 * A file that holds one line of text, which may be empty, without the white space around it: `/proc/cmdline`
 * (proc_cmdline(5)), and nearly all files of `/proc/sys` (proc_sys(5)).
 *
 * @example `BOOT_IMAGE=/boot/vmlinuz-6.1.0-50-amd64 root=/dev/vda1 ro quiet cgroup.memory=nokmem`
 * @example `4096	131072	6291456`
 */
export function parseOneLine(text: string): Reading<string> {
  const line = text.trim();
  return line.length <= longestLine && !control.test(line) ? ok(line) : unexpected('one line of text', text);
}
