import { closest } from '../model/closest.ts';
import { environmentPrefix, environmentVariable, type FlagTable, rowsOf } from './flags.ts';
import { type Environment, quote } from './value.ts';

/**
 * Kubernetes announces every Service to the pods of its namespace: with one named
 * `docker-host-exporter` nobody wrote `DOCKER_HOST_EXPORTER_PORT=tcp://10.0.0.7:10063`, and it is no error.
 */
const serviceLink =
  /^(?:\w+_)?(?:SERVICE_HOST|SERVICE_PORT(?:_\w+)?|PORT_\d+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)=|^(?:\w+_)?PORT=(?:tcp|udp|sctp):\/\//;

/** An error for each variable under the prefix that is no flag's. Its value is not shown: it may be a secret. */
export function unknownVariableErrors(table: FlagTable, env: Environment): readonly string[] {
  const known = rowsOf(table).map(([name]) => environmentVariable(name));
  return Object.keys(env)
    .filter((name) => name.startsWith(environmentPrefix) && env[name] !== undefined)
    .filter((name) => !known.includes(name) && !serviceLink.test(`${suffixOf(name)}=${env[name]}`))
    .sort()
    .map((name) => unknownVariable(name, known));
}

const suffixOf = (name: string): string => name.slice(environmentPrefix.length);

function unknownVariable(name: string, known: readonly string[]): string {
  const meant = closest(suffixOf(name), known.map(suffixOf));
  const hint = meant === undefined ? '--help lists all variables' : `did you mean ${environmentPrefix}${meant}?`;
  return `unknown environment variable ${quote(name)}; ${hint}`;
}
