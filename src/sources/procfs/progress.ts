/** Longest path that is named exactly (PATH_MAX); a longer one is cut. */
const longestPath = 4096;
const sequenceSlot = 0;
const pathLengthSlot = 1;
const wantedSlot = 2;
const headerBytes = 16;

/** A call into the kernel as another thread sees it. */
export interface CallInProgress {
  /** Grows with every call; the same number twice means that nothing moved in between. */
  readonly sequence: number;
  /** What is being read; empty between two requests. */
  readonly path: string;
}

/**
 * What the reading thread is doing, in memory that the other thread can look at while the first one is
 * blocked in the kernel. A blocked thread cannot answer a message; it can have said before what it
 * was about to read.
 */
export class Progress {
  readonly memory: SharedArrayBuffer;
  readonly #header: Int32Array;
  readonly #path: Buffer;
  #sequence = 0;

  constructor(memory = new SharedArrayBuffer(headerBytes + longestPath)) {
    this.memory = memory;
    this.#header = new Int32Array(memory, 0, headerBytes / 4);
    this.#path = Buffer.from(memory, headerBytes, longestPath);
  }

  /** Called by the reading thread right before a call that may block. */
  enter(path: string): void {
    this.#header[pathLengthSlot] = this.#path.write(path, 0, 'utf8');
    this.#sequence = (this.#sequence + 1) | 0;
    Atomics.store(this.#header, sequenceSlot, this.#sequence);
  }

  /** Called by the reading thread when a request is done. */
  rest(): void {
    this.enter('');
  }

  /** Called by the other thread. */
  look(): CallInProgress {
    const sequence = Atomics.load(this.#header, sequenceSlot);
    const length = this.#header[pathLengthSlot] as number;
    return { sequence, path: this.#path.toString('utf8', 0, length) };
  }

  /** Number of the request whose answer somebody still waits for. */
  get wanted(): number {
    return Atomics.load(this.#header, wantedSlot);
  }

  set wanted(request: number) {
    Atomics.store(this.#header, wantedSlot, request);
  }
}
