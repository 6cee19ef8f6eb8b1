import { hash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/core';
import { ImportRecord, Inbox, Organisation, Outbox } from './entities.ts';
import type { ImportRecordSaved, OrganisationMatched } from './messages.ts';
import type { Stage } from './stage.ts';

async function handle(em: EntityManager, { organisation, duplicate }: OrganisationMatched): Promise<ImportRecordSaved> {
  const sourceId = organisation.sourceId;
  const key = { source: 'lrk', sourceId };
  const stamp = { hash: hash('sha256', JSON.stringify(organisation)), changedAt: new Date() };
  const known = await em.findOne(Organisation, key);
  if (known?.hash === stamp.hash) return { sourceId, result: 'ongewijzigd' };
  const status = { status: duplicate ? 'dubbel' : 'nieuw', action: organisation.visible ? 'tonen' : 'verbergen' };
  if (!known) {
    em.create(Organisation, { source: 'lrk', ...organisation, ...stamp });
    em.create(ImportRecord, { ...key, ...status, ...stamp });
    return { sourceId, result: 'toegevoegd' };
  }
  em.assign(known, { ...organisation, ...stamp });
  em.assign(await em.findOneOrFail(ImportRecord, key), { ...status, ...stamp });
  return { sourceId, result: 'gewijzigd' };
}

/** Keeps the directory and the import records. */
export const publisher: Stage = {
  name: 'publisher',
  entities: [Inbox, Outbox, Organisation, ImportRecord],
  consumes: { type: 'OrganisationMatched', handle },
  emits: { type: 'ImportRecordSaved', to: 'notifier' },
};
