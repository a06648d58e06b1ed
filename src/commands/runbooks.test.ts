import fs from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { alertNames } from '../diagnosis/report/alerts.ts';
import { readRunbooks } from './runbooks.ts';

it('has the runbook of each alert that a report may speak of, and what the page links to besides', () => {
  const names = [...readRunbooks().keys()];
  expect(names).toEqual(
    expect.arrayContaining([...alertNames, 'DockerHostVisibilityDegraded', 'DockerHostCollectorFailing', 'README']),
  );
});

it('reads Markdown and nothing else', () => {
  const directory = fs.mkdtempSync(join(os.tmpdir(), 'runbooks-'));
  for (const file of ['A.md', 'B.txt', '.hidden.md', 'a b.md']) fs.writeFileSync(join(directory, file), file);
  fs.mkdirSync(join(directory, 'folder'));
  expect([...readRunbooks(directory)]).toEqual([['A', 'A.md']]);
  fs.rmSync(directory, { recursive: true });
});

it('has none where they were not installed', () => expect(readRunbooks('/nowhere').size).toBe(0));
