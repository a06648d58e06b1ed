import { tidyHost } from '../../test/browser/support/tidy-host.ts';
import { incident } from '../../test/hosts/incident-2014/figures.ts';
import { incident2014 } from '../../test/hosts/incident-2014.ts';
import { overlay2Figures } from '../../test/hosts/overlay2/figures.ts';

/** From the root of the repository. */
export const picturesFolder = 'docs/images';

/** The fixture hosts that are shown, under the names that the pages have as their headings. */
export const shownHosts = [
  { name: 'docker-7', builder: tidyHost, now: overlay2Figures.now },
  { name: 'ci-docker-3', builder: incident2014, now: incident.now },
] as const;

export interface Picture {
  readonly file: string;
  readonly host: (typeof shownHosts)[number]['name'];
  readonly colorScheme: 'light' | 'dark';
  /** CSS pixels; one of them is one pixel of the picture. */
  readonly width: number;
  readonly height: number;
}

const desktop = { width: 1280, height: 960 } as const;
const phone = { width: 360, height: 740 } as const;

export const pictures: readonly Picture[] = [
  { file: 'status-healthy-light.png', host: 'docker-7', colorScheme: 'light', ...desktop },
  { file: 'status-healthy-dark.png', host: 'docker-7', colorScheme: 'dark', ...desktop },
  { file: 'status-sick-light.png', host: 'ci-docker-3', colorScheme: 'light', ...desktop },
  { file: 'status-sick-dark.png', host: 'ci-docker-3', colorScheme: 'dark', ...desktop },
  { file: 'status-sick-phone.png', host: 'ci-docker-3', colorScheme: 'light', ...phone },
];
