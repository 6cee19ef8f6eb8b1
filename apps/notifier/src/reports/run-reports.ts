import { Inject, Injectable } from '@nestjs/common';
import type { Envelope } from '@gids/contracts';
import type { FrameContext } from '@gids/messaging';
import { CLOCK, CONFIG, type Clock } from '@gids/service-host';
import { addMessages } from '../messages/add-messages.js';
import { addressBookOf, type NotifierConfig } from '../notifier.settings.js';
import { reportMessages } from './report-messages.js';
import type { RunOutcome } from './run-report.js';

/** Writes the reports of runs in the transaction of their events; the sender finds them when it has committed. */
@Injectable()
export class RunReports {
  constructor(
    @Inject(CONFIG) private readonly config: NotifierConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async write(outcomes: readonly RunOutcome[], context: FrameContext): Promise<void> {
    const book = addressBookOf(this.config);
    const messages = outcomes.flatMap((outcome) => reportMessages(outcome, book, this.config.GIDS_BASE_URL));
    await addMessages(context.sql, messages, this.clock());
  }
}

/** @throws Error where an event about a run does not say which: it can be reported to nobody. */
export function runIdOf({ id, type, runid }: Envelope): string {
  if (runid === undefined) throw new Error(`Event ${id} (${type}) has no runid`);
  return runid;
}
