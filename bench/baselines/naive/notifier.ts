import type { EntityManager } from '@mikro-orm/core';
import { Inbox, ReportLine } from './entities.ts';
import type { ImportRecordSaved } from './messages.ts';
import type { Stage } from './stage.ts';

async function handle(em: EntityManager, { sourceId, result }: ImportRecordSaved): Promise<undefined> {
  em.create(ReportLine, { sourceId, result, notedAt: new Date() });
}

/** Gathers what the run report will say. */
export const notifier: Stage = {
  name: 'notifier',
  entities: [Inbox, ReportLine],
  consumes: { type: 'ImportRecordSaved', handle },
};
