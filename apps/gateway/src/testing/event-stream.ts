/** One event of a stream, as a browser would hand it over. */
export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** Reads `text/event-stream` as it comes in. */
export class EventStreamReader {
  readonly events: StreamEvent[] = [];
  comments = 0;
  ended = false;
  private buffered = '';

  constructor(private readonly response: Response) {
    void this.read();
  }

  /** Breaks the connection. */
  async cancel(): Promise<void> {
    await this.response.body?.cancel().catch(() => undefined);
  }

  private async read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of this.response.body ?? []) this.take(decoder.decode(chunk as Uint8Array, { stream: true }));
    } catch {
      // Cut off: what was read stays.
    }
    this.ended = true;
  }

  private take(text: string): void {
    const blocks = (this.buffered + text).split('\n\n');
    this.buffered = blocks.pop() ?? '';
    for (const block of blocks) this.takeBlock(block);
  }

  private takeBlock(block: string): void {
    if (block.startsWith(':')) this.comments += 1;
    const lines = block.split('\n').map((line) => line.split(/: (.*)/s, 2) as [string, string]);
    const { id, event, data } = Object.fromEntries(lines);
    if (id && event && data) this.events.push({ id, event, data: JSON.parse(data) as Record<string, unknown> });
  }
}
