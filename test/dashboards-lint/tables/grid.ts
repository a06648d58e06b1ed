import { board, type Json, panel, type Row } from '../boards.ts';

const at = (x: number, y: number, w: number, h: number) => ({ gridPos: { x, y, w, h } });
const second = (given: Json) => panel({ id: 2, title: 'Q', ...given });
const two = (given: Json) => board({ panels: [panel(), second(given)] });
const row = (given: Json = {}) => ({ id: 3, type: 'row', title: 'R', collapsed: true, ...at(0, 8, 24, 1), ...given });
const within = (...inner: readonly Json[]) => board({ panels: [panel(), row({ panels: inner })] });

/** Checks of where panels are, and of what they are called. */
export const gridRows: readonly Row[] = [
  {
    check: 'grid',
    title: 'a panel on another one',
    bad: two(at(11, 7, 12, 8)),
    finding: 'Q: on top of P; expected a place of its own',
    good: two(at(12, 0, 12, 8)),
  },
  {
    check: 'grid',
    title: 'a panel on the one above it',
    bad: two(at(0, 7, 12, 8)),
    finding: 'Q: on top of P; expected a place of its own',
    good: two(at(0, 8, 12, 8)),
  },
  {
    check: 'grid',
    title: 'more than 24 columns',
    bad: two(at(13, 8, 12, 8)),
    finding: 'Q: at x 13, y 8, w 12, h 8; expected within 24 columns',
    good: two(at(12, 8, 12, 8)),
  },
  {
    check: 'grid',
    title: 'no place at all',
    bad: two({ gridPos: undefined }),
    finding: 'Q: at x NaN, y NaN, w NaN, h NaN; expected within 24 columns',
    good: two(at(0, 100, 1, 1)),
  },
  {
    check: 'grid',
    title: 'panels of a collapsed row on each other',
    bad: within(second(at(0, 9, 12, 8)), panel({ id: 4, title: 'S', ...at(6, 9, 12, 8) })),
    finding: 'S: on top of Q; expected a place of its own',
    good: within(second(at(0, 9, 12, 8)), panel({ id: 4, title: 'S', ...at(12, 9, 12, 8) })),
  },
  {
    check: 'grid',
    title: 'a panel of a collapsed row on the row',
    bad: within(second(at(0, 8, 12, 8))),
    finding: 'Q: on top of R; expected a place of its own',
    good: board({
      panels: [panel(), row({ panels: [second(at(0, 9, 12, 8))] }), panel({ id: 4, title: 'S', ...at(0, 9, 12, 8) })],
    }),
  },
  {
    check: 'grid',
    title: 'panels within a row that is open',
    bad: board({ panels: [panel(), row({ collapsed: false, panels: [second(at(0, 9, 12, 8))] })] }),
    finding: 'R: panels within what is no collapsed row; expected them below it in the grid',
    good: board({ panels: [panel(), row({ collapsed: false, panels: [] }), second(at(0, 9, 12, 8))] }),
  },
  {
    check: 'grid',
    title: 'a row that is half as wide',
    bad: board({ panels: [panel(), row(at(0, 8, 12, 1))] }),
    finding: 'R: at x 0, y 8, w 12, h 1; expected the whole width of 24, 1 high',
    good: board({ panels: [panel(), row()] }),
  },
  {
    check: 'panel-id',
    title: 'a number twice',
    bad: two({ id: 1, ...at(12, 0, 12, 8) }),
    finding: 'Q: id 1 for a second time; expected one of its own',
    good: two({ id: 7, ...at(12, 0, 12, 8) }),
  },
  {
    check: 'panel-id',
    title: 'the number of a panel in a collapsed row',
    bad: within(second({ id: 1, ...at(0, 9, 12, 8) })),
    finding: 'Q: id 1 for a second time; expected one of its own',
    good: within(second(at(0, 9, 12, 8))),
  },
  {
    check: 'panel-id',
    title: 'zero',
    bad: board({ panels: [panel({ id: 0 })] }),
    finding: 'P: id 0; expected a whole number from 1',
    good: board({ panels: [panel({ id: 1 })] }),
  },
  {
    check: 'panel-id',
    title: 'none',
    bad: board({ panels: [panel({ id: undefined })] }),
    finding: 'P: id NaN; expected a whole number from 1',
    good: board({ panels: [panel({ id: 2 })] }),
  },
  {
    check: 'panel-title',
    title: 'a title twice',
    bad: two({ title: 'P', ...at(12, 0, 12, 8) }),
    finding: 'P: the title for a second time; expected one of its own',
    good: board({ panels: [panel(), row({ title: 'P' })] }),
  },
];
