import { commands } from '../../src/config/commands.ts';
import { type CollectorSummaries, environmentVariable, type Flag, flagTable, rowsOf } from '../../src/config/flags.ts';
import { defaultText, term } from '../../src/config/program.ts';
import { code, page, table } from './markdown.ts';

const introduction = `A flag comes before its environment variable, the variable before the default. \`--flag value\` and
\`--flag=value\` are the same. A repeatable flag takes several values separated by commas from its variable. A
variable that is set to nothing counts as not set.

Unknown flags, unknown variables that begin with \`DOCKER_HOST_EXPORTER_\` and bad values are errors: all of them
are reported at once, and the exit code is 2; with \`check\` and \`advise\` it is 3, because 2 is a verdict there. A flag that
belongs to one command is an error with the others; its variable may be set for all. The variables by which Kubernetes
announces a Service (\`DOCKER_HOST_EXPORTER_SERVICE_HOST\`, \`DOCKER_HOST_EXPORTER_PORT=tcp://…\` and the like) are
let through.`;

const dockerVariables = [
  ['DOCKER_HOST', 'The address when neither `--docker.host` nor its variable is given.'],
  [
    'DOCKER_TLS_VERIFY',
    'Any text in it: TLS for every address that is not a socket; the port is then 2376 by default.',
  ],
  ['DOCKER_CERT_PATH', 'The directory of `ca.pem`, `cert.pem` and `key.pem`. Needed as soon as TLS is asked for.'],
] as const;

/** docs/configuration.md, from the table of flags. */
export function configurationPage(summaries: CollectorSummaries): string {
  return page([
    '# Configuration',
    introduction,
    '## Commands',
    table(
      ['Command', 'What it does'],
      commands.map(({ words, summary }) => [code(words.join(' ')), summary]),
    ),
    '## Flags',
    table(
      ['Flag', 'Environment variable', 'Accepts', 'Default', 'Meaning'],
      rowsOf(flagTable(summaries)).map(([name, flag]) => flagRow(name, flag)),
    ),
    "## Docker's own variables",
    table(
      ['Variable', 'Meaning'],
      dockerVariables.map(([name, meaning]) => [code(name), meaning]),
    ),
  ]);
}

const flagRow = (name: string, flag: Flag): readonly string[] => [
  code(term(name, flag)),
  code(environmentVariable(name)),
  flag.repeatable ? `${flag.type.expected}; repeatable` : flag.type.expected,
  flag.default === '' ? defaultText(flag) : code(defaultText(flag)),
  flag.help,
];
