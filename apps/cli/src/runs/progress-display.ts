import { SingleBar } from 'cli-progress';
import type { Output } from '../terminal/output.js';
import { barPayload, phaseLine, remember, type Progress, type Sample } from './run-progress.js';

/** Shows how far something is, for as long as it takes. */
export interface ProgressDisplay {
  show(progress: Progress): void;
  /** Leaves the terminal as it was; may be called more than once. */
  end(): void;
}

/** A bar on a terminal, a line per phase elsewhere, nothing with `--stil`. */
export function progressDisplay(output: Output, now: () => number = Date.now): ProgressDisplay {
  if (output.quiet) return { show: () => undefined, end: () => undefined };
  return output.err.isTTY ? new BarDisplay(output, now) : new LineDisplay(output);
}

/** One line at the beginning of every phase, for logs. */
class LineDisplay implements ProgressDisplay {
  private phase: string | undefined;

  constructor(private readonly output: Output) {}

  show(progress: Progress): void {
    if (progress.phase === this.phase) return;
    this.phase = progress.phase;
    this.output.notice(phaseLine(progress));
  }

  end(): void {
    this.phase = undefined;
  }
}

/** One bar that starts anew with every phase and is gone at the end. */
class BarDisplay implements ProgressDisplay {
  private samples: Sample[] = [];
  private readonly bar: SingleBar;

  constructor(
    output: Output,
    private readonly now: () => number,
  ) {
    this.bar = new SingleBar({
      stream: output.err,
      format: '{fase} [{bar}]{deel} {gedaan}{snelheid}{resterend}',
      barsize: 24,
      barCompleteChar: '#',
      barIncompleteChar: '.',
      emptyOnZero: true,
      clearOnComplete: true,
      // Cuts a line that is too long, instead of switching wrapping off: a signal could leave it off for good.
      linewrap: true,
    });
  }

  show(progress: Progress): void {
    this.samples = remember(this.samples, { at: this.now(), progress });
    const payload = barPayload(progress, this.samples);
    const [done, total] = progress.total === undefined ? [0, 0] : [progress.done, progress.total];
    if (!this.bar.isActive) return this.bar.start(total, done, payload);
    this.bar.setTotal(total);
    this.bar.update(done, payload);
  }

  end(): void {
    this.bar.stop();
  }
}
