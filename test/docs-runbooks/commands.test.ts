import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { inlineCode } from '../docs/markdown.ts';
import { destructive, dockerWithoutTimeout, firstThatWrites, shellBlocks } from './commands.ts';
import { alertPages, pageNames, pageText, sectionsOf } from './pages.ts';

/** Sections with commands that are there to change something, or to warn of it. */
const changes = ['Mitigation', 'Do not', 'Restarting dockerd without ending containers', 'Prune with filters'];
/** A daemon writes its stacks, the kernel its tasks, each to its log: that changes nothing, and is needed before a restart. */
const evidence = [
  /^\[ "\$\(cat \/proc\/\$PID\/comm\)" = dockerd \] && kill -USR1 \$PID/,
  /^echo [wl] > \/proc\/sysrq-trigger/,
];
const isEvidence = (line: string): boolean => evidence.some((pattern) => pattern.test(line));

describe.each(pageNames)('%s', (name) => {
  const blocks = shellBlocks(pageText(name));
  const looking = blocks.filter(({ section }) => !changes.includes(section));

  it('begins each block that looks with a command that only reads', () => {
    const starts = looking.map(firstThatWrites).filter((line) => line !== undefined);
    expect(starts.filter((line) => !isEvidence(line))).toEqual([]);
  });
  it('calls docker with a timeout only', () => {
    expect(blocks.flatMap(({ text }) => dockerWithoutTimeout(text))).toEqual([]);
  });
  it('destroys nothing outside of Mitigation', () => {
    const lines = looking.flatMap(({ text }) => destructive(text));
    expect(lines.filter((line) => !isEvidence(line))).toEqual([]);
  });
  it('has blocks that bash can read', () => {
    for (const { text } of blocks) {
      expect(() => execFileSync('bash', ['-n'], { input: text, stdio: 'pipe' }), text).not.toThrow();
    }
  });
});

it.each(alertPages)('%s has commands to look with, and none in its sentences that destroys', (name) => {
  const text = pageText(name);
  expect(shellBlocks(text).map(({ section }) => section)).toContain('Diagnosis');
  const sentences = sectionsOf(text).filter(({ title }) => !changes.includes(title));
  const lines = sentences.flatMap((section) => inlineCode(section.text)).flatMap(destructive);
  expect(lines.filter((line) => !isEvidence(line))).toEqual([]);
});

describe('the check itself', () => {
  const block = (text: string) => ({ section: 'Diagnosis', text });

  it('knows a block that begins with a change', () => {
    expect(firstThatWrites(block('# look\ncat /proc/loadavg\n'))).toBeUndefined();
    expect(firstThatWrites(block('PID=$(cat /run/docker.pid); ls /proc/$PID\n'))).toBeUndefined();
    expect(firstThatWrites(block('# first\nsystemctl restart docker\ncat x'))).toBe('systemctl restart docker');
    expect(firstThatWrites(block('timeout 60 docker rm x'))).toBe('timeout 60 docker rm x');
    expect(firstThatWrites(block('dmsetup message x'))).toBe('dmsetup message x');
  });
  it('knows docker without a timeout', () => {
    expect(dockerWithoutTimeout('timeout 5 docker ps\n# docker ps\nsystemctl is-active docker info')).toEqual([
      'systemctl is-active docker info',
    ]);
    expect(dockerWithoutTimeout('comm x <(docker ps -q)\ngrep /var/run/docker ps')).toEqual(['comm x <(docker ps -q)']);
  });
  it('knows what destroys', () => {
    const lines = ['timeout 9 docker system prune -a', 'rm -rf /x', 'kill -9 1', 'umount -l /x', 'dmsetup remove x'];
    expect(destructive(lines.join('\n'))).toEqual(lines);
    expect(destructive("grep 'rm -rf' x # kill -9\nrm NAME\nkill -CONT 1\numount /x")).toEqual([]);
  });
  it('finds a block below an item of a list', () => {
    expect(shellBlocks('## A\n\n1. x:\n\n   ```sh\n   ls\n   ```\n')).toEqual([{ section: 'A', text: 'ls\n' }]);
  });
});
