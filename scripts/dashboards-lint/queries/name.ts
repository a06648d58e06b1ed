import type { Query } from '../model/dashboard.ts';

/** `A` for a query of a panel, which findings name besides; `variable job`, `annotation Boots`. */
export const queryName = ({ of, name }: Query): string => (of === 'panel' ? name : `${of} ${name}`);
