import type { HostReader } from '../sources/procfs/host-reader.ts';

const patienceMs = 300;

/**
 * Ends this process. Node.js waits at its exit for every thread, and one that hangs in the kernel never
 * comes: the process then ends by the default action of a signal, which waits for nobody.
 */
export async function leave(host: HostReader, status: number, signal: NodeJS.Signals = 'SIGTERM'): Promise<never> {
  const isClean = host.stuck.length === 0 && (await closesInTime(host));
  if (isClean) process.exit(status);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  await sleep(patienceMs);
  process.abort(); // as process 1 of a container the default action is to ignore the signal
}

const closesInTime = (host: HostReader): Promise<boolean> =>
  Promise.race([host.close().then(() => true), sleep(patienceMs).then(() => false)]);

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
