import { expect, it } from 'vitest';
import { alert, findingsIn, groupText, record } from './rules.ts';

const threads = alert('dockerhost_threads > 1');
const critical = { severity: 'critical' };

it('finds groups of one name, and of intervals that are missing or too long', () => {
  const twice = `${groupText([threads])}${groupText([]).replace('groups:\n', '')}`;
  expect(findingsIn(twice)).toEqual(['group: 6: g: a second group g; expected a name of its own']);
  expect(findingsIn(twice.replace('name: g', 'name: f'))).toEqual([]);
  expect(findingsIn(groupText([threads], 'g', '6m'))).toEqual([
    'for: 5: A: for: 120s; expected 720s or more, or none and a window',
    'group: 2: g: an interval of 360 s; expected 300 s at most',
  ]);
  expect(findingsIn(groupText([threads], 'g', 'often'))).toEqual([
    'group: 2: g: a group without an interval; expected 300 s at most',
  ]);
});

it('finds rules that are there twice', () => {
  const finding = 'duplicate: 6: A: the same as A at r.yml:5; expected one of them';
  expect(findingsIn(groupText([threads, alert('dockerhost_threads > 2')]))).toEqual([finding]);
  expect(findingsIn(groupText([threads, alert('dockerhost_threads  >  1', { labels: critical })]))).toEqual([finding]);
  expect(findingsIn(groupText([threads, alert('dockerhost_threads > 2', { labels: critical })]))).toEqual([]);
  const ghosts = record('instance_signal:dockerhost_residue:bool', 'dockerhost_ghost_containers > bool 0', {
    signal: 'a',
  });
  expect(findingsIn(groupText([ghosts, { ...ghosts, labels: { signal: 'b' } }]))).toEqual([]);
  expect(findingsIn(groupText([ghosts, ghosts]))).toEqual([
    'duplicate: 6: instance_signal:dockerhost_residue:bool: the same as instance_signal:dockerhost_residue:bool at r.yml:5; expected one of them',
  ]);
});

it('finds runbooks that are missing, and those of no alert', () => {
  const text = groupText([threads]);
  expect(findingsIn(text, { runbooks: ['README.md', 'B.md'] })).toEqual([
    'runbook-page: 5: A: there is no docs/runbooks/A.md; expected a runbook',
    'runbook-page: docs/runbooks/B.md:1: B: a runbook of no alert; expected an alert of this name',
  ]);
  expect(findingsIn(text, { runbooks: ['README.md', 'A.md', 'how-to.md'] })).toEqual([]);
});

it('finds a runbook of another alert', () => {
  const other = alert('dockerhost_threads > 1', { annotations: { runbook_url: 'docs/runbooks/B.md' } });
  expect(findingsIn(groupText([other]), { runbooks: ['A.md', 'B.md'] })).toEqual([
    'runbook-link: 5: A: runbook_url: docs/runbooks/B.md; expected docs/runbooks/A.md',
    'runbook-page: docs/runbooks/B.md:1: B: a runbook of no alert; expected an alert of this name',
  ]);
});

it('says what is not YAML and what is not PromQL', () => {
  expect(findingsIn('groups: [')).toEqual([
    'yaml: 1: : Flow sequence in block collection must be sufficiently indented and end with a ] at line 1, column 10:; expected YAML',
  ]);
  expect(findingsIn(groupText([alert('sum(dockerhost_threads')]))).toEqual([
    'promql: 5: A: not PromQL at its end; expected an expression of PromQL',
  ]);
});

it('knows series that an earlier file records', () => {
  const files = ['a', 'b'].map((path) => ({ path, text: '' }));
  const recorded = groupText(
    [record('instance:dockerhost_threads:min5m', 'min_over_time(dockerhost_threads[5m])')],
    'a',
  );
  const used = groupText([alert('instance:dockerhost_threads:min5m > 1')], 'b');
  const inOrder = (texts: readonly string[]) =>
    findingsIn('', { runbooks: ['A.md'], files: files.map(({ path }, index) => ({ path, text: texts[index] ?? '' })) });
  expect(inOrder([recorded, used])).toEqual([]);
  expect(inOrder([used, recorded])).toEqual([expect.stringMatching(/^known-metric: a:5: A: no series /)]);
});

it('names the line within a block of several', () => {
  const text = `groups:
  - name: g
    interval: 1m
    rules:
      - record: instance:dockerhost_threads:bool
        expr: |2
            dockerhost_threads > bool 1
          *
            dockerhost_nonsense
`;
  const [first] = findingsIn(text);
  expect(first).toMatch(/^known-metric: 9: /);
});
