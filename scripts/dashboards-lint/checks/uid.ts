import type { Check } from './check.ts';

/** The uid follows from the name of the file and is no other dashboard's: links and later versions go by it. */
export const uid: Check = {
  name: 'uid',
  dashboard: ({ dashboard, dashboards }) => {
    const expected = `dockerhost-${dashboard.path.replace(/^.*\//, '').replace(/\.json$/, '')}`;
    const isTaken = dashboards.some((other) => other !== dashboard && other.uid === dashboard.uid);
    return [
      ...(dashboard.uid === expected ? [] : [{ wrong: `uid ${JSON.stringify(dashboard.uid)}`, expected }]),
      ...(isTaken ? [{ wrong: `uid ${dashboard.uid} of another dashboard`, expected: 'one of its own' }] : []),
    ];
  },
};
