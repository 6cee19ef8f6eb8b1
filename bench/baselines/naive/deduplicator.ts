import type { EntityManager } from '@mikro-orm/core';
import { DuplicatePair, Inbox, MatchKey, Outbox } from './entities.ts';
import type { OrganisationMapped, OrganisationMatched } from './messages.ts';
import { nameKey } from './normalise.ts';
import type { Stage } from './stage.ts';

async function handle(em: EntityManager, { organisation }: OrganisationMapped): Promise<OrganisationMatched> {
  const own = { source: 'lrk', sourceId: organisation.sourceId };
  const value = {
    postcode: organisation.postcode,
    houseNumber: `${organisation.houseNumber ?? ''}${organisation.houseLetter ?? ''}`,
    nameKey: nameKey(organisation.name),
  };
  const key = await em.findOne(MatchKey, own);
  if (key) em.assign(key, value);
  else em.create(MatchKey, { ...own, ...value });
  const others = (await em.find(MatchKey, value)).filter((other) => other.source !== own.source || other.sourceId !== own.sourceId);
  for (const other of others) {
    const pair = { ...own, otherSource: other.source, otherId: other.sourceId };
    if (!(await em.findOne(DuplicatePair, pair))) em.create(DuplicatePair, pair);
  }
  return { organisation, duplicate: others.length > 0 };
}

/** Keeps a match key for each organisation, and looks which others have the same one. */
export const deduplicator: Stage = {
  name: 'deduplicator',
  entities: [Inbox, Outbox, MatchKey, DuplicatePair],
  consumes: { type: 'OrganisationMapped', handle },
  emits: { type: 'OrganisationMatched', to: 'publisher' },
};
