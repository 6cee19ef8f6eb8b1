import { filePartBytes } from '@gids/contracts';
import { FetchFailed, type FetchAdvice } from './fetch-failed.js';
import { followRedirects, RedirectRefused } from './follow-redirects.js';
import { inParts } from './in-parts.js';
import { TransferClock, TransferTimeout } from './transfer-clock.js';

/** Limits of a pull. */
export interface PullLimits {
  /** Of the file itself, after decompression. */
  readonly maxBytes: number;
  /** Milliseconds for the whole file. */
  readonly total: number;
  /** Milliseconds without a byte. */
  readonly idle: number;
}

export interface Pulled {
  /** Length that the server promised, where it can be compared: only of an unencoded body. */
  readonly declaredBytes: number | undefined;
  /** Parts of `filePartBytes` each, the last one shorter. */
  readonly parts: AsyncIterable<Uint8Array>;
  /** Ends the connection, read to the end or not. */
  readonly close: () => void;
}

/** Statuses in the 400s that pass by themselves. */
const passingStatuses = new Set([408, 425, 429]);
const megabyte = 1024 * 1024;

/**
 * Opens a source's file (R6, N44). The body is not judged here: a web page with status 200 is refused by its content.
 * @param stop ends the transfer, with its reason as the error
 * @throws FetchFailed where the server cannot be reached, answers with an error or passes a limit
 */
export async function pullFile(url: string, userAgent: string, limits: PullLimits, stop: AbortSignal): Promise<Pulled> {
  const transfer = new Transfer(url, limits, stop);
  try {
    const response = await transfer.open(userAgent);
    const length = declaredLength(response);
    if (length !== undefined && length > limits.maxBytes) transfer.tooLarge();
    return { declaredBytes: length, parts: inParts(transfer.chunks(response), filePartBytes), close: () => transfer.close() };
  } catch (error) {
    transfer.close();
    throw error;
  }
}

/** One request and its body, until the last byte or the first fault. */
class Transfer {
  private readonly clock: TransferClock;
  private received = 0;

  constructor(
    private readonly url: string,
    private readonly limits: PullLimits,
    private readonly stop: AbortSignal,
  ) {
    this.clock = new TransferClock(limits.total, limits.idle);
  }

  /** Asks for the plain bytes: a compressed file has no length to compare, and one that ends too early unpacks without a word. */
  async open(userAgent: string): Promise<Response> {
    const headers = { 'user-agent': userAgent, accept: 'text/csv, */*;q=0.5', 'accept-encoding': 'identity' };
    const signal = AbortSignal.any([this.clock.signal, this.stop]);
    const response = await this.clock
      .waitFor(followRedirects(new URL(this.url), { headers, signal }))
      .catch((error: unknown) => this.broken(error, 'is niet bereikbaar'));
    if (response.status !== 200) this.fail(`antwoordt met status ${response.status}`, adviceOn(response));
    return response;
  }

  async *chunks({ body }: Response): AsyncGenerator<Uint8Array, void> {
    const reader = body?.getReader();
    for (;;) {
      const { value } = (await this.next(reader)) ?? {};
      if (!value) return;
      this.received += value.length;
      if (this.received > this.limits.maxBytes) this.tooLarge();
      yield value;
    }
  }

  close(): void {
    this.clock.stop();
  }

  tooLarge(): never {
    return this.fail(`stuurt meer dan ${Math.floor(this.limits.maxBytes / megabyte)} MB`, { again: false });
  }

  private async next(reader: ReadableStreamDefaultReader<Uint8Array> | undefined) {
    if (!reader) return undefined;
    return this.clock.waitFor(reader.read()).catch((error: unknown) => this.broken(error, `brak de verbinding af na ${this.received} bytes`));
  }

  /** Says why there is no answer, or no more of it. */
  private broken(error: unknown, what: string): never {
    this.stop.throwIfAborted();
    const reason: unknown = this.clock.signal.aborted ? this.clock.signal.reason : error;
    if (reason instanceof RedirectRefused) return this.fail(reason.message, { again: false });
    if (!(reason instanceof TransferTimeout)) return this.fail(`${what} (${causeOf(reason)})`, { again: true });
    const seconds = Math.round(reason.milliseconds / 1_000);
    if (reason.limit === 'idle') return this.fail(`stuurt al ${seconds} s niets`, { again: true });
    return this.fail(`heeft het bestand na ${seconds} s nog niet helemaal gestuurd`, { again: false });
  }

  private fail(what: string, advice: FetchAdvice): never {
    const sentence = `De bron ${addressWithoutSecrets(this.url)} ${what}.`;
    throw new FetchFailed(`${sentence} Controleer het adres en probeer het later opnieuw; er is niets gewijzigd.`, advice);
  }
}

function declaredLength({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length === null || headers.has('content-encoding') ? undefined : Number(length);
}

function adviceOn({ status, headers }: Response): FetchAdvice {
  const again = status >= 500 || passingStatuses.has(status);
  const pause = pauseOf(headers.get('retry-after') ?? '');
  return { again, ...(pause !== undefined && { pause }) };
}

/** `Retry-After` is a number of seconds or a date. */
function pauseOf(retryAfter: string): number | undefined {
  const milliseconds = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/** What follows the question mark may be a key, and this text goes into reports. */
function addressWithoutSecrets(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function causeOf(error: unknown): string {
  const { cause, message } = error as { cause?: { code?: string; message?: string }; message: string };
  return cause?.code ?? cause?.message ?? message;
}
