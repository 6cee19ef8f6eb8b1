import { DuplicatesChanged, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, type FrameContext } from '@gids/messaging';
import { CLOCK, type Clock } from '@gids/service-host';
import { Controller, Inject } from '@nestjs/common';
import { takeDuplicates } from './records/duplicates.js';

/** What an editor, a person's verdict or a sweep made of the duplicates of records, without a run (R37-R39). */
@Controller()
export class DuplicatesChangedHandler {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  @HandlesEvent(DuplicatesChanged)
  async handle(events: Envelope<DataOf<typeof DuplicatesChanged>>[], context: FrameContext): Promise<void> {
    for (const [by, changes] of Map.groupBy(events, ({ data }) => data.by)) {
      await takeDuplicates(context, changes.map(({ data }) => data), { at: this.clock(), by });
    }
  }
}
