import type { EngineClient } from './client.ts';

/**
 * The events after which the list of containers is no longer true. Health checks cause `exec_*` events
 * all the time; those are not among them.
 */
const events = [
  'create',
  'start',
  'die',
  'destroy',
  'pause',
  'unpause',
  'rename',
  'restart',
  'stop',
  'kill',
  'oom',
  'update',
];

/**
 * Follows `GET /events` of containers and remembers only that something happened. Reconnected by whoever
 * needs it; a gap in the stream counts as something.
 */
export class ContainerEvents {
  readonly #client: EngineClient;
  #stream: AbortController | undefined;
  #happened = true;

  constructor(client: EngineClient) {
    this.#client = client;
  }

  get isConnected(): boolean {
    return this.#stream !== undefined;
  }

  /** Whether anything may have happened since this was asked last. */
  takeHappened(): boolean {
    const happened = this.#happened || !this.isConnected;
    this.#happened = false;
    return happened;
  }

  /** Puts the mark back, when what was to be done because of it did not work. */
  markHappened(): void {
    this.#happened = true;
  }

  /** Opens the stream unless it is open. Returns at once. */
  connect(): void {
    if (this.#stream !== undefined) return;
    const stream = new AbortController();
    this.#stream = stream;
    void this.#follow(stream)
      .catch(() => {})
      .finally(() => this.#lost(stream)); // the next scrape reconnects
  }

  close(): void {
    this.#stream?.abort();
  }

  async #follow(stream: AbortController): Promise<void> {
    const filters = JSON.stringify({ type: ['container'], event: events });
    const response = await this.#client.open('/events', { filters }, stream.signal);
    if (response.statusCode !== 200) {
      response.destroy();
      return;
    }
    for await (const _ of response) this.#happened = true;
  }

  #lost(stream: AbortController): void {
    if (this.#stream === stream) this.#stream = undefined;
    this.#happened = true;
  }
}
