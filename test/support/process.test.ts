import { expect, it } from 'vitest';
import { limitsText, type SyntheticProcess, statText, statusText, threadStatText } from './process.ts';

const process: SyntheticProcess = {
  pid: 42,
  ppid: 7,
  comm: 'a b) c',
  state: 'D',
  nice: -20,
  threads: 3,
  startTicks: 900,
  residentPages: 10,
  swapKilobytes: 5,
  userTicks: 11,
  systemTicks: 12,
  killPending: true,
  cgroup: '/',
};

/** Field by its number in proc_pid_stat(5), from the third on. */
function field(text: string, number: number): string | undefined {
  return text
    .slice(text.lastIndexOf(')') + 2)
    .trimEnd()
    .split(' ')[number - 3];
}

it('writes stat with 52 fields, each in its place', () => {
  const text = statText(process);
  expect(text.startsWith('42 (a b) c) D 7 ')).toBe(true);
  expect(field(text, 52)).toBe('0');
  expect(field(text, 53)).toBeUndefined();
  const values = Object.fromEntries([14, 15, 19, 20, 22, 24, 31].map((number) => [number, field(text, number)]));
  expect(values).toEqual({ 14: '11', 15: '12', 19: '-20', 20: '3', 22: '900', 24: '10', 31: '256' });
});

it('gives a thread the id, state and times of its own', () => {
  const text = threadStatText(process, { tid: 43, comm: 'worker', state: 'R', userTicks: 1, systemTicks: 2 });
  expect(text.startsWith('43 (worker) R 7 ')).toBe(true);
  expect([field(text, 14), field(text, 15), field(text, 22)]).toEqual(['1', '2', '900']);
});

it('writes memory in status only where there is some', () => {
  expect(statusText(process)).toContain('VmRSS:\t40 kB\nVmSwap:\t5 kB\n');
  expect(statusText({ ...process, residentPages: 0 })).not.toContain('Vm');
});

it('writes the limit on open files as the kernel does', () => {
  expect(limitsText({ soft: 1024, hard: 4096 })).toContain(
    'Max open files            1024                 4096                 files     \n',
  );
});
