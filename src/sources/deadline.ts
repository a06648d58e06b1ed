/**
 * The moment at which an observation has to be over. Several scrapes may wait for the same observation;
 * the most impatient of them shortens it.
 */
export class Deadline {
  /** Resolves when the time is up. */
  readonly expired: Promise<void>;
  #at: number;
  #timer: NodeJS.Timeout | undefined;
  readonly #expire: () => void;

  /** @param seconds from now */
  constructor(seconds: number) {
    let expire = (): void => {};
    this.expired = new Promise((resolve) => {
      expire = resolve;
    });
    this.#expire = expire;
    this.#at = performance.now() + seconds * 1000;
    this.#arm();
  }

  /** Seconds left, never below 0. */
  get remaining(): number {
    return Math.max(0, (this.#at - performance.now()) / 1000);
  }

  /** Brings the moment forward to `seconds` from now; never puts it off. */
  shorten(seconds: number): void {
    if (seconds >= this.remaining) return;
    this.#at = performance.now() + seconds * 1000;
    this.#arm();
  }

  /** Waits for `work`, at most until the deadline; `undefined` when that came first. */
  async within<T>(work: Promise<T>): Promise<T | undefined> {
    return Promise.race([work, this.expired.then(() => undefined)]);
  }

  /** Frees the timer when nobody waits any more. */
  clear(): void {
    clearTimeout(this.#timer);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#expire, this.remaining * 1000);
  }
}
