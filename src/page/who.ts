import type { Offender } from '../model/offenders.ts';
import { type Content, html } from './html.ts';
import { name } from './prose.ts';

/** Process and container of an offender, as far as they are known, else where it is mounted. */
export function who(offender: Offender): Content {
  const { name: container, container: id, process } = offender;
  const owner = container || idOf(offender);
  const digits = container !== '' && id !== '' ? html` <span class="muted">(${id})</span>` : undefined;
  if (process === '' && owner === '') return placeOf(offender);
  if (process === '') return html`<b>${name(owner)}</b>${digits}`;
  return owner === '' ? html`<b>${name(process)}</b>` : html`<b>${name(process)}</b> in ${name(owner)}${digits}`;
}

/** The digits of a mount that belongs to no known container may be those of its layer. */
const idOf = ({ kind, container }: Offender): string =>
  kind === 'lingering_mount' && container !== '' ? `layer or container ${container}` : container;

const placeOf = ({ places: [place] }: Offender): Content =>
  place === undefined ? 'unknown' : html`<code>${name(place)}</code>`;
