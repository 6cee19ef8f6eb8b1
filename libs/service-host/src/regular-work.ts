/**
 * Work that comes round: at the start, and then every so often. A round that comes while the one before is still in hand
 * is passed over. What fails is told and tried again at the next; the timer keeps no process from ending.
 */
export class RegularWork {
  private timer: NodeJS.Timeout | undefined;
  private inHand: Promise<void> | undefined;

  /** @param onFailure is told why a round did not end */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly everyMs: number,
    private readonly onFailure: (err: unknown) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => this.begin(), this.everyMs).unref();
    this.begin();
  }

  /** Lets the round in hand end, and begins no other. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.inHand;
  }

  private begin(): void {
    this.inHand ??= this.work()
      .catch(this.onFailure)
      .finally(() => (this.inHand = undefined));
  }
}
