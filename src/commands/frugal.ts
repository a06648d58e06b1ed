import type { Config } from '../config/config.ts';

/** A person wants names, however few of them are exposed. */
const fewestNames = 20;

/** For commands that look but once: the inventory is dear for the Engine, and nothing that they say stands on it. */
export const frugal = (config: Config): Config => ({
  ...config,
  collectors: { ...config.collectors, inventory: false },
  offendersMax: Math.max(config.offendersMax, fewestNames),
});
