import { type Heading, sectionsOf } from './pages.ts';

export interface Block {
  readonly section: string;
  readonly text: string;
}

/** The shell blocks of a section, also those that are indented below an item of a list. */
const blocksOf = ({ title, text }: Heading): readonly Block[] =>
  [...text.matchAll(/^( *)```sh\n([\s\S]*?)^\1```$/gm)].map((match) => ({
    section: title,
    text: (match[2] ?? '').replaceAll(new RegExp(`^${match[1] ?? ''}`, 'gm'), ''),
  }));

export const shellBlocks = (page: string): readonly Block[] => sectionsOf(page).flatMap(blocksOf);

/** Without comments, and without what a here-string or a quoted pattern holds. */
const bare = (line: string): string =>
  line
    .replaceAll(/'[^']*'/g, "''")
    .replaceAll(/"[^"$]*"/g, '""')
    .replace(/(^|\s)#.*$/, '');

/** The lines of a script that have anything but a comment. */
export const commandLines = (script: string): readonly string[] =>
  script.split('\n').filter((line) => bare(line).trim() !== '');

/** What may begin a block: it reads, or it sets a variable of the shell and nothing more. */
const reads =
  /^(?:[A-Z]+=\S*(?:\$\(.*\))?|cat|cd|curl|grep|ls|df|dmsetup (?:status|ls|info)|lvs|ps|ss|stat|find|awk|read|set --|journalctl|systemctl (?:is-active|list-\w+|show|cat|status)|for \w+ in|docker-host-exporter (?:check|advise)|timeout \d+ docker (?:ps|images|volume ls|volume inspect|system df|inspect|version|info)|promtool|top -H|PID=)\b/;

/** The first command of a block, if it is none that is known to read only. */
export function firstThatWrites({ text }: Block): string | undefined {
  const [first = ''] = commandLines(text);
  return reads.test(first) || /^[A-Z]+=/.test(first) ? undefined : first;
}

const calls =
  /(?<!timeout \d+ )(?<![\w./*-])docker (?:builder|container|cp|events|exec|images?|info|inspect|kill|logs|network|node|ps|pull|rmi?|run|start|stop|system|update|version|volume)\b/;

/** Calls of docker that nothing ends when the Engine hangs. */
export const dockerWithoutTimeout = (script: string): readonly string[] =>
  commandLines(script).filter((line) => calls.test(bare(line)));

/** Commands that destroy, or that hang with the host. */
const forbidden: readonly RegExp[] = [
  /docker system prune/,
  /\bprune\b.*(?:--all|-a\b|--volumes)/,
  /docker rm\b.*\$\(/,
  /docker (?:rm|rmi) -f|docker rm -v/,
  /\brm -[a-z]*r/,
  /\bkill -(?:9|KILL)|\b(?:pkill|killall)\b/,
  /\bumount -l/,
  /dmsetup remove/,
  /\breboot\b|\bswapoff\b|drop_caches|sysrq-trigger/,
  /\b(?:lsof|fuser|strace|gdb)\b/,
  /systemctl (?:stop|restart|start|kill)/,
];

/** Lines that destroy something, in a section where nothing may be changed. */
export const destructive = (script: string): readonly string[] =>
  commandLines(script).filter((line) => forbidden.some((pattern) => pattern.test(bare(line))));
