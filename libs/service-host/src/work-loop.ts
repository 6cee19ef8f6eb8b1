import { setTimeout as pause } from 'node:timers/promises';

/**
 * Work that is looked for again and again until the service stops: at once while there is some, else after a pause, or
 * as soon as somebody says that there may be. The work itself sees to its failures; it must not reject.
 */
export class WorkLoop {
  private stopped = false;
  private poked = new AbortController();
  private running: Promise<void> = Promise.resolve();

  /**
   * @param work does what there is to do now, and tells whether there was anything
   * @param pauseMs how long work that nobody pokes for waits at most
   */
  constructor(
    private readonly work: () => Promise<boolean>,
    private readonly pauseMs: number,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Says that there may be something to do. */
  poke(): void {
    this.poked.abort();
    this.poked = new AbortController();
  }

  /** Lets the work in hand end; what is left is for another process, or for the next start. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.poke();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      // Taken before looking, so that a poke that comes meanwhile is not lost.
      const { signal } = this.poked;
      if (!(await this.work())) await pause(this.pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
