import { number } from '../diagnosis/report/words.ts';
import { anchorOf } from './anchors.ts';
import { type Html, html } from './html.ts';
import { placeOfFinding } from './subjects.ts';
import { type Tile, tilesOf } from './tiles.ts';
import type { View } from './view.ts';

/**
 * The numbers of the page in one row. What is wrong with one is said by the findings, and the tile leads to the worst
 * of these, else to its section.
 */
export function glance(view: View): Html {
  return html`<nav class="glance" aria-label="At a glance">
<ul>
${tilesOf(view).map(
  (tile) => html`<li>${shown(tile, view)}</li>
`,
)}</ul>
</nav>
`;
}

function shown(tile: Tile, { report: { findings } }: View): Html {
  const worst = findings.find((finding) => placeOfFinding(finding) === tile.subject);
  const { words, tone, flag } = looks(tile);
  const isWords = /^[a-z]/i.test(words);
  const isUrgent = worst !== undefined && worst.severity !== 'info';
  const place = isUrgent ? anchorOf(findings, worst) : tile.place;
  return html`<a class="tile ${worst?.severity ?? tone}" href="#${place}"><span class="label">${tile.label}</span> <span class="value ${isWords ? 'words' : 'figure'}">${words}</span> <span class="flag">${worst?.severity ?? flag}</span></a>`;
}

interface Looks {
  readonly words: string;
  readonly tone: 'ok' | 'unknown' | 'none';
  readonly flag: string;
}

/** How a value looks with which nothing is found wrong: it is well only where all of it was seen. */
function looks({ value: sight, isDoubtful }: Tile): Looks {
  if (sight === 'later') return { words: '–', tone: 'none', flag: 'not yet' };
  if ('gap' in sight) return { words: 'not seen', tone: 'unknown', flag: '' };
  if ('none' in sight) return { words: '–', tone: 'none', flag: 'not here' };
  const words = typeof sight.value === 'number' ? number(sight.value) : sight.value;
  if (sight.isLeast) return { words: `${words} or more`, tone: 'unknown', flag: 'unknown' };
  return isDoubtful ? { words, tone: 'unknown', flag: 'unknown' } : { words, tone: 'ok', flag: 'ok' };
}
