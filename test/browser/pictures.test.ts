import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictures, picturesFolder } from '../../scripts/screenshots/pictures.ts';
import { markdownFiles, root, textOf } from '../docs/markdown.ts';
import { pictureProblem, picturesIn, sizeOf } from './checks/pictures.ts';

const largestBytes = 300_000;

describe.each(pictures)('$file', ({ file, width, height }) => {
  const path = join(root, picturesFolder, file);

  it('is the picture that is promised, and small', () => {
    const bytes = readFileSync(path);
    expect(pictureProblem(bytes)).toBeUndefined();
    expect(sizeOf(bytes)).toEqual({ width, height });
    expect(bytes.length).toBeLessThan(largestBytes);
  });
});

it('the folder has these pictures and no others of the page', () => {
  const files = readdirSync(join(root, picturesFolder)).filter((file) => file.startsWith('status-'));
  expect(files.sort()).toEqual(pictures.map(({ file }) => file).sort());
});

it('every picture that a page of the docs shows is there', () => {
  const shown = markdownFiles().flatMap((page) =>
    picturesIn(textOf(page)).map((target) => ({ page, path: join(root, dirname(page), target) })),
  );
  const broken = shown.filter(({ path }) => !existsSync(path) || pictureProblem(readFileSync(path)) !== undefined);
  expect(broken).toEqual([]);
});

describe('the check itself', () => {
  it('finds pictures in Markdown and in HTML, without those of other sites', () => {
    const text =
      '![a](docs/a.png) <img src="docs/b.png" alt=""> <source srcset="docs/c.png 2x"> ![d](https://e.f/d.png)';
    expect(picturesIn(text)).toEqual(['docs/a.png', 'docs/b.png', 'docs/c.png']);
  });

  it('knows what is no PNG, and a PNG without its end', () => {
    const picture = readFileSync(join(root, picturesFolder, pictures[0]?.file ?? ''));
    expect(pictureProblem(Buffer.from('GIF89a'))).toBe('not a PNG');
    expect(pictureProblem(picture.subarray(0, -20))).toBe('cut off');
  });
});
