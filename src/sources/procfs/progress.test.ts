import { expect, it } from 'vitest';
import { Progress } from './progress.ts';

/** What the other thread has: another object on the same memory. */
function pair() {
  const inside = new Progress();
  return { inside, outside: new Progress(inside.memory) };
}

it('shows the other thread what is being read', () => {
  const { inside, outside } = pair();
  inside.enter('/proc/1/mountinfo');
  expect(outside.look().path).toBe('/proc/1/mountinfo');
  inside.enter('/proc/größe');
  expect(outside.look().path).toBe('/proc/größe');
  inside.rest();
  expect(outside.look().path).toBe('');
});

it('has another sequence number after each call, even on the same path', () => {
  const { inside, outside } = pair();
  const seen = ['a', 'a', 'a'].map((path) => {
    inside.enter(path);
    return outside.look().sequence;
  });
  expect(new Set(seen).size).toBe(3);
  expect(outside.look()).toEqual(outside.look());
});

it('cuts a path that is longer than any', () => {
  const { inside, outside } = pair();
  inside.enter('x'.repeat(10_000));
  expect(outside.look().path).toBe('x'.repeat(4096));
});

it('tells the reading thread which request is waited for', () => {
  const { inside, outside } = pair();
  expect(inside.wanted).toBe(0);
  outside.wanted = 17;
  expect(inside.wanted).toBe(17);
  inside.enter('/proc/stat');
  expect(inside.wanted).toBe(17);
});
