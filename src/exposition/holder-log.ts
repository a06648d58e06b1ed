import type { LeakDiagnosis } from '../model/diagnosis.ts';
import type { Log } from '../model/log.ts';

/** Tells once, not at each scrape, that this exporter is itself what keeps mounts of dead containers. */
export class HolderLog {
  readonly #log: Log;
  #told = false;

  constructor(log: Log) {
    this.#log = log;
  }

  tell(leaks: LeakDiagnosis | undefined): void {
    if (leaks === undefined) return;
    const mounts = [...leaks.byDriver.values()].reduce((sum, { exporter }) => sum + exporter, 0);
    if (mounts > 0 && !this.#told) {
      this.#log.warn(
        { mounts },
        "this exporter's own mount namespace keeps file systems of dead containers: restart it, and do not mount / or Docker's data root into its container",
      );
    }
    this.#told = mounts > 0;
  }
}
