import type { Diagnosis, Look } from '../model/diagnosis.ts';
import { type Memory, noMemory } from '../model/memory.ts';
import type { Snapshot } from '../model/snapshot.ts';

export interface WatchOptions {
  readonly observe: (budgetSeconds: number) => Promise<Snapshot>;
  readonly diagnose: (snapshot: Snapshot, past: Memory) => Diagnosis;
  /** Asks the Engine about single containers; returns at once. */
  readonly inspect: (ids: readonly string[]) => void;
}

/**
 * Looks at the host again and again: each snapshot is judged once, with what is remembered of those before,
 * however many ask for it at the same time. What looks wrong for a while is asked about, and the answer is
 * there for the next look: nobody waits for it.
 */
export class Watch {
  readonly #options: WatchOptions;
  #memory: Memory = noMemory;
  #last: Look | undefined;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** What is to be seen and judged within `budgetSeconds`. */
  async look(budgetSeconds: number): Promise<Look> {
    const snapshot = await this.#options.observe(budgetSeconds);
    if (this.#last?.snapshot === snapshot) return this.#last;
    const diagnosis = this.#options.diagnose(snapshot, this.#memory);
    this.#memory = diagnosis.memory;
    this.#options.inspect(diagnosis.reconciliation?.suspects ?? []);
    this.#last = { snapshot, diagnosis };
    return this.#last;
  }
}
