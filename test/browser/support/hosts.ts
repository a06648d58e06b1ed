import { incident2014 } from '../../hosts/incident-2014.ts';
import { fixtureHosts } from '../../hosts/index.ts';
import { withoutDocker } from '../../hosts/without-docker.ts';
import { markupHost } from './markup-host.ts';
import { shutInHost } from './shut-in-host.ts';
import type { SiteHost } from './site.ts';
import { tidyHost } from './tidy-host.ts';

const hostCalled = (wanted: string): SiteHost => {
  const found = fixtureHosts.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`no fixture host is called ${wanted}`);
  return found;
};

/** Nothing is wrong but that nobody knows what the Engine says. */
const unintelligible: SiteHost = { ...tidyHost, name: 'engine-unintelligible', engine: 'garbage' };

/** The same, with an Engine that gives nothing but errors. */
const erring: SiteHost = { ...tidyHost, name: 'engine-erring', engine: '500' };

/** Nobody knows how the Engine of these is. */
export const hostsOfUnknownEngine: readonly SiteHost[] = [unintelligible, erring, shutInHost];

/** The hosts that the page is looked at on, each by its name. */
export const pageHosts: readonly SiteHost[] = [
  tidyHost,
  hostCalled('overlay2'),
  incident2014,
  hostCalled('devicemapper-leaking'),
  withoutDocker,
  unintelligible,
  erring,
  shutInHost,
  markupHost,
];
