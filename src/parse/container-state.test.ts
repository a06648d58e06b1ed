import { describe, expect, it } from 'vitest';
import { containerStates } from '../model/engine.ts';
import { containerStateOf } from './container-state.ts';

describe('State', () => {
  it.each(containerStates)('%s stands for itself, whatever Status says', (state) => {
    expect(containerStateOf(state, 'Up 3 hours')).toBe(state);
  });

  it.each(['stopping', 'Running', 'toString', '__proto__'])('%s is not known', (state) => {
    expect(containerStateOf(state, 'Up 3 hours')).toBe('other');
  });
});

describe('Status without State', () => {
  it.each([
    ['Up 3 hours', 'running'],
    ['Up Less than a second', 'running'],
    ['Up 3 hours (healthy)', 'running'],
    ['Up 3 hours (Paused)', 'paused'],
    ['Ghost', 'running'],
    ['Exit 0', 'exited'],
    ['Exit -1', 'exited'],
    ['Exited (0) 2 days ago', 'exited'],
    ['Exited (137) 4 minutes ago', 'exited'],
    ['Restarting (1) 5 seconds ago', 'restarting'],
    ['Removal In Progress', 'removing'],
    ['Created', 'created'],
    ['', 'created'],
    ['Dead', 'dead'],
    ['Host Downed', 'other'],
    ['Upside down', 'other'],
    [undefined, 'other'],
    [7, 'other'],
  ])('%j is %s', (status, state) => {
    expect(containerStateOf(undefined, status)).toBe(state);
  });

  it('counts when State is empty', () => {
    expect(containerStateOf('', 'Dead')).toBe('dead');
  });
});
