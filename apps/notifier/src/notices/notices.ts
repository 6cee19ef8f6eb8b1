import { Inject, Injectable } from '@nestjs/common';
import type { Envelope } from '@gids/contracts';
import type { FrameContext } from '@gids/messaging';
import { CLOCK, CONFIG, type Clock } from '@gids/service-host';
import type { NotifierConfig } from '../notifier.settings.js';
import type { Notice, NoticeData, NoticeKind } from './notice.js';
import { addNotices } from './notice-store.js';

const second = 1_000;

/** Keeps what events tell of, in their transaction; what is due is told by the closer of digests. */
@Injectable()
export class Notices {
  constructor(
    @Inject(CONFIG) private readonly config: NotifierConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add<Kind extends NoticeKind>(kind: Kind, events: readonly Envelope<NoticeData[Kind]>[], { sql }: FrameContext): Promise<void> {
    const notices = events.map(({ id, runid, data }) => ({ kind, data, eventId: id, ...(runid !== undefined && { runId: runid }) }) as Notice);
    await addNotices(sql, notices, { now: this.clock(), quietMs: this.config.GIDS_DIGEST_QUIET_SECONDS * second });
  }
}

/** @throws Error where an event about a run does not say which: it can be told of to nobody */
export function assertOfRun({ id, type, runid }: Envelope): void {
  if (runid === undefined) throw new Error(`Event ${id} (${type}) has no runid`);
}
