import { DuplicateFound, NoDuplicateFound, OrganisationMapped, type DataOf, type Envelope } from '@gids/contracts';
import { HandlesEvent, originOf, type FrameContext } from '@gids/messaging';
import type { Sql } from '@gids/persistence';
import { Controller } from '@nestjs/common';
import { Counting } from './evaluation/counting.js';
import { holdDirectory } from './state/directory-lock.js';
import { Evaluator } from './evaluation/evaluator.js';
import type { Told } from './evaluation/tell.js';
import { findRecords, recordKey, saveImportedOrganisations, suppressedAmong } from './state/imported-organisations.js';

type Mapped = Envelope<DataOf<typeof OrganisationMapped>>;

/** Looks for each mapped organisation whether the directory holds it already, and carries it on with its products (S2:62, R47). */
@Controller()
export class OrganisationMappedHandler {
  constructor(
    private readonly evaluator: Evaluator,
    private readonly counting: Counting,
  ) {}

  @HandlesEvent(OrganisationMapped)
  async handle(events: Mapped[], { sql, emit }: FrameContext): Promise<void> {
    await this.counting.recountIfDue(sql);
    await holdDirectory(sql, 'shared');
    const told = await this.evaluate(sql, events);
    for (const event of events) {
      const { duplicates = [], matchVersion = 1 } = told.get(recordKey(event.data)) ?? {};
      const follow = { subject: event.data.recordId, origin: originOf(event) };
      if (duplicates.length > 0) emit(DuplicateFound, { ...event.data, duplicates, matchVersion }, follow);
      else emit(NoDuplicateFound, { ...event.data, matchVersion }, follow);
    }
  }

  /** Of an erased record nothing is kept and nothing found (N37). */
  private async evaluate(sql: Sql, events: readonly Mapped[]): Promise<Map<string, Told>> {
    const suppressed = await suppressedAmong(sql, events.map(({ data }) => data));
    const kept = events.filter(({ data }) => !suppressed.has(recordKey(data)));
    const records = kept.map(({ data, runsequence = 0 }) => ({ ...data, runSequence: runsequence }));
    const saved = await saveImportedOrganisations(sql, records);
    const overtaken = await findRecords(sql, records.filter((record) => !saved.has(recordKey(record))));
    const assignment = { rescore: [...saved.values()], retell: [...overtaken.values()] };
    const [first] = events;
    const told = await this.evaluator.evaluate(sql, assignment, { cause: 'SWEEP', origin: first ? correlationOf(first) : {} }, 'free');
    return new Map(told.map((one) => [recordKey(one), one]));
  }
}

/** What follows for neighbours belongs to no run: it may come after the run has been completed. */
function correlationOf(event: Mapped) {
  const { correlationid, causationid } = originOf(event);
  return { ...(correlationid !== undefined && { correlationid }), ...(causationid !== undefined && { causationid }) };
}
