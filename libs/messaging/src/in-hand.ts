/** The deliveries that a consumer has in hand, so that it can wait for them before it ends. */
export class InHand {
  private readonly work = new Set<Promise<void>>();

  add(work: Promise<void>): void {
    this.work.add(work);
    const forget = () => void this.work.delete(work);
    work.then(forget, forget);
  }

  get size(): number {
    return this.work.size;
  }

  /** Resolves when all of it has ended, well or badly. */
  async settled(): Promise<void> {
    while (this.work.size > 0) await Promise.allSettled([...this.work]);
  }
}
