import underPressure from '@fastify/under-pressure';
import type { FastifyInstance } from 'fastify';
import type { PressureReason } from '../exposition/own-metrics.ts';

/** Limits far above what the exporter needs: they mean that something is wrong with it or its host. */
export const pressureLimits = {
  /** Milliseconds between two measurements. */
  sampleInterval: 1000,
  maxEventLoopDelay: 1000,
  maxEventLoopUtilization: 0.98,
  maxHeapUsedBytes: 512 * 1024 * 1024,
  maxRssBytes: 1024 * 1024 * 1024,
};

export type PressureLimits = Readonly<typeof pressureLimits>;

const reasons: Readonly<Record<string, PressureReason>> = {
  eventLoopDelay: 'event_loop_delay',
  eventLoopUtilization: 'event_loop_utilization',
  heapUsedBytes: 'heap',
  rssBytes: 'resident_memory',
};

/** Our word for a reason of the plugin. */
export const pressureReasonOf = (type: string): PressureReason => reasons[type] ?? 'event_loop_delay';

/**
 * Load shedding for every path but the metrics. Utilisation is measured over the last interval: over
 * the whole life, as by default, a busy hour would hide behind a quiet week. Docker's health is not in it.
 */
export async function watchPressure(app: FastifyInstance, limits: PressureLimits = pressureLimits): Promise<void> {
  await app.register(underPressure, { ...limits, eventLoopUtilizationMode: 'interval' });
}
