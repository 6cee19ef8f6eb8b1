/** What the caller of a pull may do about it. */
export interface FetchAdvice {
  /** The same request may succeed in a moment; of "not found" or "too large" that is not to be expected. */
  readonly again: boolean;
  /** Milliseconds that the server asks us to wait first. */
  readonly pause?: number;
}

/** A file could not be fetched; `message` says so in one Dutch sentence. */
export class FetchFailed extends Error {
  override readonly name = 'FetchFailed';
  readonly code = 'FETCH_FAILED';

  constructor(
    message: string,
    readonly advice: FetchAdvice,
  ) {
    super(message);
  }
}
