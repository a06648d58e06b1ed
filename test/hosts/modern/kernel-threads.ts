import { kernelThreadFlags, type SyntheticProcess } from '../../support/process.ts';
import { hostNamespace } from './mounts.ts';

const kthreadd = 2;
const firstPid = 3;
const idle = ['kworker/R-rcu_g', 'kworker/R-slub_', 'kworker/R-netns', 'kworker/R-kinte', 'kworker/R-kbloc'];
const sleeping = [
  'pool_workqueue_',
  'rcu_tasks_kthre',
  'rcu_preempt',
  'kdevtmpfs',
  'kauditd',
  'khungtaskd',
  'oom_reaper',
  'kcompactd0',
  'ksmd',
  'khugepaged',
  'kswapd0',
  'jbd2/vda1-8',
  'hwrng',
];
const perCpu = ['cpuhp', 'migration', 'ksoftirqd', 'idle_inject'];
const cpus = 2;

/** `kthreadd` and its children of a kernel 6.12 with two processors; idle workers (`I`) make up `count`. */
export function modernKernelThreads(count: number): SyntheticProcess[] {
  const bound = perCpu.flatMap((name) => Array.from({ length: cpus }, (_, cpu) => `${name}/${cpu}`));
  const named = [...sleeping, ...bound].map((comm) => ({ comm, state: 'S' as const }));
  const workers = count - 1 - named.length - idle.length;
  const idleNames = [
    ...idle,
    ...Array.from({ length: workers }, (_, index) => `kworker/${index % cpus}:${index >> 1}`),
  ];
  const children = [...named, ...idleNames.map((comm) => ({ comm, state: 'I' as const }))];
  return [
    kernelThread(kthreadd, 0, { comm: 'kthreadd', state: 'S' }),
    ...children.map((thread, index) => kernelThread(firstPid + index, kthreadd, thread)),
  ];
}

const kernelThread = (
  pid: number,
  ppid: number,
  thread: Pick<SyntheticProcess, 'comm' | 'state'>,
): SyntheticProcess => ({
  ...thread,
  pid,
  ppid,
  flags: kernelThreadFlags,
  startTicks: 4 + pid,
  cgroup: '/',
  mountNamespace: hostNamespace,
});
