import type { DataSource } from '../model/dashboard.ts';
import { isVariable } from '../queries/variables-in.ts';

const name = 'datasource';

/** What every data source is, so that an import needs no edit. */
export const sourceVariable = `$\{${name}}`;

export const isSourceVariable = ({ uid }: DataSource): boolean => isVariable(uid, name);
