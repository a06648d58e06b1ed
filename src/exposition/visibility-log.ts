import type { Visibility, VisibilityScope } from '../model/host.ts';
import type { Log } from '../model/log.ts';

/** Tells once, not at each scrape, what the exporter cannot see and what would change that. */
export class VisibilityLog {
  readonly #log: Log;
  readonly #hidden = new Set<VisibilityScope>();

  constructor(log: Log) {
    this.#log = log;
  }

  tell(visibility: Readonly<Record<VisibilityScope, Visibility>>): void {
    for (const [scope, view] of Object.entries(visibility) as [VisibilityScope, Visibility][]) {
      if (view.visible) this.#hidden.delete(scope);
      else if (!this.#hidden.has(scope)) {
        this.#hidden.add(scope);
        this.#log.warn({ scope, reason: view.reason }, 'a part of the host cannot be seen');
      }
    }
  }
}
