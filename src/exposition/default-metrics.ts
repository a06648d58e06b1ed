import { collectDefaultMetrics, Registry, type RegistryContentType } from 'prom-client';
import { contentTypes, type Format } from './render.ts';

/**
 * prom-client's metrics of this process (`process_*`, `nodejs_*`), without those that cost a third of all
 * series and say the least (heap spaces, garbage collection by kind), and without the gauges whose names
 * end like a counter's.
 */
export class DefaultMetrics {
  readonly #registry = new Registry<RegistryContentType>();

  constructor() {
    collectDefaultMetrics({ register: this.#registry as Registry });
    for (const name of dropped) this.#registry.removeSingleMetric(name);
  }

  render(format: Format): Promise<string> {
    this.#registry.setContentType(contentTypes[format]);
    return this.#registry.metrics();
  }
}

const dropped = [
  'nodejs_active_handles',
  'nodejs_active_handles_total',
  'nodejs_active_requests',
  'nodejs_active_requests_total',
  'nodejs_active_resources',
  'nodejs_active_resources_total',
  'nodejs_gc_duration_seconds',
  'nodejs_heap_space_size_total_bytes',
  'nodejs_heap_space_size_used_bytes',
  'nodejs_heap_space_size_available_bytes',
];
