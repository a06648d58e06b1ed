import type { TestProject } from 'vitest/node';
import { chromiumPath } from './chromium.ts';
import { pageHosts } from './hosts.ts';
import { type Site, startSite } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the exporter of each fixture host listens, by the name of the host. */
    origins: Readonly<Record<string, string>>;
  }
}

/** One exporter for each fixture host, for all test files together; gone when this is called. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  chromiumPath(); // rather one clear line now than one for each test
  const started = await Promise.allSettled(pageHosts.map((host) => startSite(host)));
  const sites = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failure = started.find((each) => each.status === 'rejected');
  if (failure !== undefined) {
    await closeAll(sites);
    throw failure.reason;
  }
  project.provide('origins', Object.fromEntries(sites.map(({ name, origin }) => [name, origin])));
  return () => closeAll(sites);
}

const closeAll = async (sites: readonly Site[]): Promise<void> => {
  for (const site of sites) await site.close();
};
