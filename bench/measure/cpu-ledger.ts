import type { ProcessSample } from './proc.ts';

interface Entry {
  readonly first: number;
  last: number;
}

/**
 * Adds up the CPU time of a changing set of processes. What was used before the first look does not count, what a process
 * used that came later counts from its start, and one that has ended counts with what was seen last.
 */
export class CpuLedger {
  readonly #entries = new Map<string, Entry>();
  #firstLook = true;

  /** Notes processes seen in this look; may be called more than once in a look. */
  record(samples: Iterable<ProcessSample>): void {
    for (const { pid, startedAt, cpuTicks } of samples) {
      const key = `${pid}@${startedAt}`;
      const entry = this.#entries.get(key) ?? { first: this.#firstLook ? cpuTicks : 0, last: cpuTicks };
      entry.last = cpuTicks;
      this.#entries.set(key, entry);
    }
  }

  endOfLook(): void {
    this.#firstLook = false;
  }

  /** Ticks used since the first look. */
  ticks(): number {
    return [...this.#entries.values()].reduce((total, { first, last }) => total + last - first, 0);
  }
}
