import type { Collector } from '../model/sample.ts';
import { advisoriesCollector } from './advisories.ts';
import { daemonCollector } from './daemon.ts';
import { engineCollector } from './engine.ts';
import { hostCollector } from './host.ts';
import { inventoryCollector } from './inventory.ts';
import { kernelCollector } from './kernel.ts';
import { mountsCollector } from './mounts.ts';
import { processesCollector } from './processes.ts';
import { reconcileCollector } from './reconcile.ts';

/** Every collector there is, in the order in which they are exposed. A new one is one line here. */
export const collectors: readonly Collector[] = [
  daemonCollector,
  processesCollector,
  mountsCollector,
  reconcileCollector,
  engineCollector,
  inventoryCollector,
  hostCollector,
  kernelCollector,
  advisoriesCollector,
];
