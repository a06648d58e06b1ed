/** The banner, the numbers at a glance, findings, values with labels, meters. */
export const componentStyle = `
.banner { padding-top: 1.75rem; padding-bottom: 1.25rem }
.exporter { color: var(--muted); font-size: 0.8125rem }
h1 { font-size: 1.75rem; line-height: 1.25; font-weight: 700; letter-spacing: -0.01em; overflow-wrap: anywhere }
.verdict {
  margin: 0.75rem 0 0.5rem; padding: 0.75rem 1.25rem; border-left: 0.375rem solid var(--tone); border-radius: 0.25rem 0.5rem 0.5rem 0.25rem;
  background: var(--tone-ground);
}
.verdict p { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 0.875rem }
.alerts { display: flex; flex-wrap: wrap; gap: 0 1.25rem; margin-top: 0.25rem }
.alerts .critical { font-weight: 650 }
.alerts li { min-width: 0; overflow-wrap: anywhere }
.verdict strong { font-size: 1.5rem; line-height: 1.3; color: var(--tone) }
.verdict span { font-size: 1.0625rem }
.verdict a { color: inherit }
.times { color: var(--muted); font-size: 0.8125rem }
.glance ul { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(6rem, 100%), 1fr)); gap: 0.5rem }
.glance li { min-width: 0 }
.tile, .verdict strong, .verdict span { min-width: 0; overflow-wrap: anywhere }
.tile {
  position: relative; display: flex; flex-direction: column; height: 100%; padding: 0.625rem; color: var(--text);
  background: var(--surface); border: 1px solid var(--line); border-radius: 0.5rem; text-decoration: none;
}
.tile:hover .label { text-decoration: underline }
.tile .label { color: var(--muted); font-size: 0.8125rem; line-height: 1.35 }
.tile .value { margin-top: auto; padding-top: 0.125rem; font-size: 1.25rem; line-height: 1.3; font-weight: 650 }
.tile .flag { min-height: 1rem; font-size: 0.75rem; line-height: 1rem; font-weight: 600; color: var(--tone) }
.tile.critical, .tile.warning, .tile.unknown { background: var(--tone-ground); border-color: var(--tone) }
.tile.critical .value, .tile.warning .value, .tile.unknown .value { color: var(--tone) }
.tile.critical .label, .tile.warning .label, .tile.unknown .label { color: var(--text) }
.tile.unknown .value, .tile .words { font-size: 1rem; font-weight: 600 }
.tile.none .value, .tile.none .flag { color: var(--muted); font-weight: 400 }
@media (max-width: 40rem) {
  .verdict { padding: 0.625rem 0.875rem }
  .glance ul { grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr)); gap: 0.375rem }
  .tile { display: grid; grid-template-columns: minmax(min-content, 1fr) minmax(0, auto); align-content: center; gap: 0 0.5rem; padding: 0.3125rem 0.625rem }
  .tile .value { margin: 0; padding: 0; max-width: 6rem; justify-self: end; text-align: right }
  .tile .label { align-self: center; overflow-wrap: break-word }
  .tile .flag { min-height: 0; grid-column: 1 / -1 }
  .tile.ok .flag, .tile .flag:empty { display: none }
}
.badge {
  display: inline-block; padding: 0 0.5rem; border-radius: 1rem; background: var(--tone-ground); color: var(--tone);
  font-size: 0.75rem; line-height: 1.6; font-weight: 650; white-space: nowrap;
}
.exposed { --tone: var(--critical); --tone-ground: var(--critical-ground) }
.possible { --tone: var(--warning); --tone-ground: var(--warning-ground) }
.finding, b { scroll-margin-top: 1rem }
.finding { padding: 0.875rem 0 0.875rem 1rem; border-top: 1px solid var(--line); border-left: 0.1875rem solid var(--tone) }
.finding:first-child { border-top: 0; padding-top: 0.125rem }
.finding:last-child { padding-bottom: 0.125rem }
h3 { font-size: 0.9375rem; line-height: 1.45; font-weight: 600; max-width: 75ch }
h3 .badge { margin-right: 0.25rem; vertical-align: 0.05em }
.finding dl { margin-top: 0.375rem; font-size: 0.875rem }
.finding dl div { padding-bottom: 0.25rem; display: grid; grid-template-columns: 6.25rem minmax(0, 1fr); max-width: 85ch }
.finding dt, .figures dt { color: var(--muted) }
.figures div { display: grid; grid-template-columns: 12rem minmax(0, 1fr); gap: 0 1rem; padding: 0.1875rem 0 }
.figures + table, table + .figures { margin-top: 0.875rem }
@container (min-width: 52rem) {
  .finding { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 0 2rem }
  .finding dl { margin-top: 0 }
}
@container (max-width: 26rem) {
  .figures div, .finding dl div { grid-template-columns: minmax(0, 1fr); padding: 0.25rem 0 }
  .figures dt, .finding dt { font-size: 0.8125rem }
}
.meter { display: block; width: 100%; max-width: 20rem; height: 0.5rem; margin: 0.25rem 0 }
.meter .track { fill: var(--line) }
.meter .fill { fill: var(--tone) }
.meter .mark { fill: var(--text) }
`;
