import { styleText } from 'node:util';
import type { Tone } from './tone.js';

/** What the program needs of a standard stream. */
export type OutputStream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number; getColorDepth?(): number };

const styles = { good: 'green', attention: 'yellow', bad: 'red', quiet: 'dim', strong: 'bold' } as const;

/** Bits of colour of a terminal that has none to speak of. */
const monochrome = 2;

/**
 * Where a command writes: its result to standard output, everything else to standard error, so that a result can be piped.
 */
export class Output {
  constructor(
    private readonly out: OutputStream,
    readonly err: OutputStream,
    private readonly options: { readonly json: boolean; readonly quiet: boolean },
  ) {}

  /** The result goes out as JSON. */
  get json(): boolean {
    return this.options.json;
  }

  /** Nothing but the result and errors is wanted. */
  get quiet(): boolean {
    return this.options.quiet;
  }

  /** @returns columns of the terminal, or nothing where the result goes to a file or a program */
  get terminalWidth(): number | undefined {
    return this.out.isTTY ? (this.out.columns ?? 80) : undefined;
  }

  result(...lines: readonly string[]): void {
    write(this.out, lines);
  }

  /** Tells something on the side; with `--stil` nothing. */
  notice(...lines: readonly string[]): void {
    if (!this.quiet) write(this.err, lines);
  }

  complain(...lines: readonly string[]): void {
    write(this.err, lines);
  }

  resultJson(value: unknown): void {
    this.result(JSON.stringify(value, undefined, 2));
  }

  /** Colours on a terminal only, and not where `NO_COLOR` is set. */
  readonly paint = (tone: Tone, text: string): string => (hasColours(this.out) ? styleText(styles[tone], text, { validateStream: false }) : text);
}

/** A terminal knows of `NO_COLOR`, and of how many colours it has. */
function hasColours(stream: OutputStream): boolean {
  return stream.isTTY === true && (stream.getColorDepth?.() ?? 0) > monochrome;
}

function write(stream: OutputStream, lines: readonly string[]): void {
  if (lines.length > 0) stream.write(`${lines.join('\n')}\n`);
}
