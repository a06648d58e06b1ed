import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Engine, image, startEngine } from './support/engine.ts';
import { freeze, makeUnkillable, startNegligentParent, zombiesOf } from './support/faults.ts';
import { bootTime, isAlive, processes, processOf, startTime } from './support/proc.ts';
import { abandonedFolders } from './support/scratch.ts';
import { containerIds, leftovers, tearDown } from './support/teardown.ts';
import { eventually } from './support/wait.ts';

/** Stops the engine and gives what it left behind. */
async function stopAndLook(engine: Engine): Promise<string[]> {
  const { folder } = engine;
  const ids = containerIds(folder);
  expect(ids.length).toBeGreaterThan(0);
  expect(leftovers(folder, ids).length).toBeGreaterThan(3);
  await engine.stop();
  return leftovers(folder, ids);
}

describe('an engine of the tests leaves nothing behind', () => {
  test('when it is well', async () => {
    const engine = await startEngine();
    const id = await engine.run(image, 'sleep', '600');
    expect(await engine.docker('ps', '-q', '--no-trunc')).toBe(id);
    expect(processOf(engine.pid)?.comm).toBe('dockerd');
    expect(processOf(engine.containerdPid)?.comm).toBe('containerd');
    expect(await stopAndLook(engine)).toEqual([]);
  });

  test('when dockerd was killed', async () => {
    const engine = await startEngine();
    await engine.run(image, 'sleep', '600');
    await engine.kill();
    expect(existsSync(engine.socket)).toBe(true);
    expect(await stopAndLook(engine)).toEqual([]);
  });

  test('when dockerd and containerd are frozen', async () => {
    const engine = await startEngine();
    await engine.run(image, 'sleep', '600');
    await freeze(engine.pid);
    await freeze(engine.containerdPid);
    expect(await stopAndLook(engine)).toEqual([]);
  });

  test('when a process of a container that is gone survives SIGKILL', async () => {
    const engine = await startEngine();
    const script = 'sleep 601 & exec sleep 602';
    const id = await engine.run('--pid=host', image, 'sh', '-c', script);
    const pid = Number(await engine.docker('inspect', '-f', '{{.State.Pid}}', id));
    const child = await eventually('the child', () => processes().find((process) => process.ppid === pid)?.pid);
    await makeUnkillable(engine, child);
    await engine.docker('rm', '-f', id);
    expect(isAlive(child)).toBe(true);
    expect(await stopAndLook(engine)).toEqual([]);
    expect(isAlive(child)).toBe(false);
  });

  test('when the run that started it was killed', async () => {
    const source = `
      const { startEngine, image } = await import('./test/e2e/support/engine.ts');
      const engine = await startEngine();
      await engine.run(image, 'sleep', '600');
      console.log(engine.folder);
      setInterval(() => {}, 1000);`;
    const run = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [chunk] = (await once(run.stdout, 'data')) as [Buffer];
    const folder = chunk.toString().trim();
    const ids = containerIds(folder);
    expect(abandonedFolders()).not.toContain(folder);
    run.kill('SIGKILL');
    await once(run, 'exit');
    expect(abandonedFolders()).toContain(folder);
    tearDown(folder);
    expect(leftovers(folder, ids)).toEqual([]);
  });
});

test('a restarted engine is another process on the same data', async () => {
  const engine = await startEngine();
  const before = { pid: engine.pid, started: startTime(engine.pid) };
  const id = await engine.run('--name=kept', image, 'sleep', '600');
  await engine.restart();
  expect(engine.pid).not.toBe(before.pid);
  expect(startTime(engine.pid)).toBeGreaterThan(before.started);
  expect(before.started).toBeGreaterThan(bootTime());
  expect(await engine.docker('ps', '-aq', '--no-trunc')).toBe(id);
  await engine.stop();
});

test('a negligent parent has exactly the zombies asked for', async () => {
  const parent = await startNegligentParent(5);
  expect(zombiesOf(parent.pid)).toBe(5);
  await parent.stop();
  expect(isAlive(parent.pid)).toBe(false);
});
