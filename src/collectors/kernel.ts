import { okValue } from '../model/reading.ts';
import type { Collector, MetricSpec } from '../model/sample.ts';
import { info } from './samples.ts';

const kernelInfo: MetricSpec = {
  name: 'dockerhost_kernel_info',
  type: 'info',
  help: 'Kernel of the host from /proc/version, as uname -r and uname -v print it, and the distribution from /etc/os-release or, where that is not the host’s, from the Engine.',
  labels: { release: 'free', version: 'free', distribution: 'free' },
};
const aufsInfo: MetricSpec = {
  name: 'dockerhost_aufs_info',
  type: 'info',
  help: 'Version of AUFS from /sys/module/aufs/version. No sample unless AUFS is loaded.',
  labels: { version: 'free' },
};

/** Which kernel this is: the other half of "is this a combination that is known to be bad?". */
export const kernelCollector: Collector = {
  name: 'kernel',
  summary: 'kernel release and version, distribution, AUFS version',
  metrics: [kernelInfo, aufsInfo],
  needs: ({ host }) => [host.kernel, host.distribution, host.aufs],
  collect: ({ host }) => {
    const kernel = okValue(host.kernel);
    const aufs = okValue(host.aufs);
    return [
      ...(kernel === undefined ? [] : info(kernelInfo, { ...kernel, distribution: okValue(host.distribution) })),
      ...(aufs === undefined ? [] : info(aufsInfo, { version: aufs })),
    ];
  },
};
