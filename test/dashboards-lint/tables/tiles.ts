import { board, type Json, panel, type Row, target, threads } from '../boards.ts';

const having = (given: Json) => board({ panels: [panel(given)] });
const empty = (...mappings: readonly Json[]) =>
  having({
    type: 'stat',
    fieldConfig: { defaults: { unit: 'short', noValue: 'None known', mappings }, overrides: [] },
  });
const ofNull = (text: string, color: string) => ({
  type: 'special',
  options: { match: 'null', result: { text, color } },
});
const notGrey =
  'P: no data is "None known" in the colour of a threshold; expected a mapping of null to the same text in #808080';
const top = (given: Json, asked: Json = {}) => having({ targets: [target(`topk(10, ${threads})`, asked)], ...given });
const states = (type: string, showValue: string) => having({ type, options: { showValue } });

/** Checks of what Grafana makes of a panel: of no data, of colours, of many series. */
export const tileRows: readonly Row[] = [
  {
    check: 'empty-tile',
    title: 'no data that looks as if all were well',
    bad: empty(),
    finding: notGrey,
    good: empty(ofNull('None known', '#808080')),
  },
  {
    check: 'empty-tile',
    title: 'no data in the colour of what is well',
    bad: empty(ofNull('None known', 'green')),
    finding: notGrey,
    good: empty({ type: 'value', options: { 0: { text: 'None' } } }, ofNull('None known', '#808080')),
  },
  {
    check: 'empty-tile',
    title: 'another text for what is no number, and none for what is not there',
    bad: empty({ ...ofNull('None known', '#808080'), options: { match: 'nan', result: {} } }),
    finding: notGrey,
    good: having({ fieldConfig: { defaults: { unit: 'short', noValue: 'None known' }, overrides: [] } }),
  },
  {
    check: 'states-in-words',
    title: 'a timeline without words',
    bad: states('state-timeline', 'never'),
    finding: 'P: states that only their colour tells apart; expected options.showValue auto or always',
    good: states('state-timeline', 'auto'),
  },
  {
    check: 'states-in-words',
    title: 'a history without words',
    bad: states('status-history', 'never'),
    finding: 'P: states that only their colour tells apart; expected options.showValue auto or always',
    good: states('barchart', 'never'),
  },
  {
    check: 'dear-query',
    title: 'lines chosen among all at every pixel',
    bad: top({ interval: '1m' }),
    finding: 'P: A: as many points as pixels; expected at most 300',
    good: top({ interval: '1m', maxDataPoints: 300 }),
  },
  {
    check: 'dear-query',
    title: 'lines chosen among all at every scrape',
    bad: top({ maxDataPoints: 300 }),
    finding: 'P: A: no smallest step; expected an interval, such as 1m',
    good: top({}, { instant: true }),
  },
];
