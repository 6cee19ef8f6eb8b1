import type { Envelope } from '@gids/contracts';
import { originOf, type FrameContext, type Origin } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { CONFIG } from '@gids/service-host';
import { Inject, Injectable } from '@nestjs/common';
import type { DeduplicatorConfig } from './deduplicator.config.js';
import { Counting } from './evaluation/counting.js';
import { holdDirectory } from './state/directory-lock.js';
import { hasImported } from './state/imported-organisations.js';
import { noteGrowth } from './state/key-counts.js';
import { saveManagedOrganisations, type ManagedChange, type SavedChange } from './state/managed-organisations.js';
import { addAffected } from './state/stale-records.js';

/** A change with the event that told of it. */
export interface ToldChange {
  readonly change: ManagedChange;
  readonly event: Envelope;
}

/**
 * Takes in what changed in the directory, and notes the imported organisations that it may concern, to be evaluated
 * at once (R37, R38). With re-evaluation on change switched off it only takes in; the next run then finds it (R39).
 */
@Injectable()
export class DirectoryChanges {
  constructor(
    @Inject(CONFIG) private readonly config: DeduplicatorConfig,
    private readonly counting: Counting,
  ) {}

  async take(changes: readonly ToldChange[], { sql }: Pick<FrameContext, 'sql'>): Promise<void> {
    // While nothing is imported, nobody meets by any key.
    if (await hasImported(sql)) await this.counting.recountIfDue(sql);
    await holdDirectory(sql, 'alone');
    const saved = await saveManagedOrganisations(sql, changes.map(({ change }) => change));
    await noteGrowth(sql, saved.filter(({ compared }) => compared).length);
    if (!this.config.GIDS_REEVALUATE_ON_CHANGE) return;
    const origins = new Map(changes.map(({ change, event }) => [String(change.gidsId), originOf(event)]));
    await noteAffected(sql, saved, origins);
  }
}

/** Where only visibility or a name's spelling changed, the pairs stand and are only told anew. */
async function noteAffected(sql: Sql, saved: readonly SavedChange[], origins: ReadonlyMap<string, Origin>): Promise<void> {
  await addAffected(
    sql,
    saved.map(({ gidsId, compared }) => ({ gidsId, rescore: compared, cause: { cause: 'DIRECTORY', origin: origins.get(gidsId) ?? {} } })),
  );
}
