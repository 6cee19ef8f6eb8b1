import { RecordReevaluated, RunFetched, SourceReevaluated, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, originOf, type FrameContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Counting } from './evaluation/counting.js';
import { holdSweep } from './state/directory-lock.js';
import { Sweep, type TellChanged } from './evaluation/sweep.js';
import { recordDuplicates } from './evaluation/tell.js';
import { noteTold, takeTold } from './state/sweep-turn.js';

type Fetched = Envelope<DataOf<typeof RunFetched>>;

/**
 * At the end of a run every record of its source is compared again, also those that the run did not bring (R39). The
 * sweep is done in transactions of its own, which tell of what they find; the frame's own tells how many there were.
 * Where the process ends in between, the frame is delivered again, and the count goes on from what was told already.
 */
@Controller()
export class RunFetchedHandler {
  constructor(
    private readonly counting: Counting,
    private readonly sweep: Sweep,
  ) {}

  @HandlesEvent(RunFetched)
  async handle(events: Fetched[], { sql, emit }: FrameContext): Promise<void> {
    await holdSweep(sql);
    await this.counting.recount();
    for (const event of events) {
      const { importId, sourceId } = event.data;
      const { correlationid = event.id } = event;
      await this.sweep.sweepSource(sourceId, { cause: 'SWEEP', origin: { correlationid } }, tellingFor(event));
      emit(SourceReevaluated, { importId, sourceId, changed: await takeTold(sql, event.id) }, { subject: sourceId, origin: originOf(event) });
    }
  }
}

function tellingFor(event: Fetched): TellChanged {
  const origin = originOf(event);
  return async ({ sql, emit }, changed) => {
    for (const told of changed) emit(RecordReevaluated, recordDuplicates(told), { subject: told.recordId, origin });
    await noteTold(sql, event.id, changed.length);
  };
}
