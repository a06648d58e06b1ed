/** Waiting without an event loop, for what is undone while the process ends. */
const pause = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

/** Tries until it is done, with 50 ms between two tries. */
export function retry(times: number, done: () => boolean): boolean {
  for (let attempt = 0; attempt < times; attempt++) {
    if (done()) return true;
    pause(50);
  }
  return false;
}

/** True when the action did not throw. */
export function attempt(action: () => void): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
