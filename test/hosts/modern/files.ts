import type { SyntheticProcess } from '../../support/process.ts';
import type { Tree } from '../../support/tree.ts';

export const release = '6.12.57+deb13-amd64';
const version = [
  `Linux version ${release} (debian-kernel@lists.debian.org) (x86_64-linux-gnu-gcc-14 (Debian 14.2.0-19) 14.2.0,`,
  'GNU ld (GNU Binutils for Debian) 2.44) #1 SMP PREEMPT_DYNAMIC Debian 6.12.57-1 (2025-11-05)\n',
].join(' ');

const osRelease = [
  'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"',
  'NAME="Debian GNU/Linux"',
  'VERSION_ID="13"',
  'VERSION="13 (trixie)"',
  'VERSION_CODENAME=trixie',
  'ID=debian\n',
].join('\n');

export interface ModernFigures {
  /** As in `/proc/loadavg`, three numbers with a space between. */
  readonly loadAverage: string;
  /** Unix time. */
  readonly bootTime: number;
  readonly now: number;
  /** Kilobytes. */
  readonly memory: { readonly total: number; readonly available: number };
}

/** Everything of a Debian 13 host that is not below `/proc/PID` or `/sys/fs/cgroup`. */
export function modernFiles(figures: ModernFigures, processes: readonly SyntheticProcess[]): Tree {
  const threads = processes.reduce((sum, { threads: count = 1 }) => sum + count, 0);
  const running = processes.filter(({ state }) => state === 'R').length;
  return {
    'proc/version': version,
    'proc/sys/kernel/osrelease': `${release}\n`,
    'proc/sys/kernel/pid_max': '4194304\n',
    'proc/sys/kernel/threads-max': '31468\n',
    'proc/loadavg': `${figures.loadAverage} ${running}/${threads} 40217\n`,
    'proc/meminfo': meminfo(figures),
    'proc/stat': stat(figures, running),
    'proc/uptime': `${figures.now - figures.bootTime}.00 1200345.10\n`,
    'proc/cmdline': `BOOT_IMAGE=/boot/vmlinuz-${release} root=/dev/vda1 ro quiet\n`,
    'proc/filesystems': 'nodev\tsysfs\nnodev\ttmpfs\nnodev\tproc\nnodev\tcgroup2\n\text4\nnodev\toverlay\n',
    'proc/modules': 'overlay 217088 6 - Live 0x0000000000000000\n',
    'sys/block/vda/size': '83886080\n',
    'etc/os-release': osRelease,
    'etc/debian_version': '13.2\n',
  };
}

function meminfo({ memory }: ModernFigures): string {
  const rows: readonly (readonly [string, number])[] = [
    ['MemTotal', memory.total],
    ['MemFree', 612_332],
    ['MemAvailable', memory.available],
    ['Buffers', 88_124],
    ['Cached', 1_204_220],
    ['SwapCached', 0],
    ['SwapTotal', 0],
    ['SwapFree', 0],
  ];
  return rows.map(([name, kilobytes]) => `${`${name}:`.padEnd(16)}${String(kilobytes).padStart(8)} kB\n`).join('');
}

function stat({ bootTime }: ModernFigures, running: number): string {
  const times = '401233 2204 151002 18233014 20012 0 4417 0 0 0';
  return [
    `cpu  ${times}`,
    `cpu0 ${times}`,
    `cpu1 ${times}`,
    'intr 23905118 0 0 0',
    'ctxt 91233441',
    `btime ${bootTime}`,
    'processes 402981',
    `procs_running ${running}`,
    'procs_blocked 0\n',
  ].join('\n');
}
