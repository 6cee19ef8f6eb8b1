/** Why a transfer was ended by us. */
export class TransferTimeout extends Error {
  override readonly name = 'TransferTimeout';

  constructor(
    readonly limit: 'total' | 'idle',
    readonly milliseconds: number,
  ) {
    super(`The transfer passed its ${limit} limit of ${milliseconds} ms`);
  }
}

/** Ends a transfer that takes too long as a whole, or in which nothing comes (RELIABILITY b 63). */
export class TransferClock {
  private readonly abort = new AbortController();
  private readonly total: NodeJS.Timeout;

  constructor(
    total: number,
    private readonly idle: number,
  ) {
    this.total = this.endAfter('total', total);
  }

  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** Counts only the time that we wait for the other side: while we store what came, it may be silent. */
  async waitFor<Result>(work: Promise<Result>): Promise<Result> {
    const timer = this.endAfter('idle', this.idle);
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the transfer, or what is left of it. */
  stop(): void {
    clearTimeout(this.total);
    this.abort.abort();
  }

  private endAfter(limit: TransferTimeout['limit'], milliseconds: number): NodeJS.Timeout {
    return setTimeout(() => this.abort.abort(new TransferTimeout(limit, milliseconds)), milliseconds);
  }
}
