import {
  ChangePublicationAction,
  CloseReviewRound,
  JudgeReviewItem,
  LinkOrganisation,
  ListImportRecords,
  ListReviewItems,
  SaveImportNote,
  ShowImportRecord,
  ShowRecordHistory,
  ShowReviewRound,
  ShowVisibleOrganisation,
  SuppressRecord,
  type Envelope,
  type ImportRecordDetail,
  type PayloadOf,
  type PublicationAction,
  type ReviewItem,
  type ReviewRound,
} from '@gids/contracts';
import type { PublisherUnderTest } from './publisher-under-test.js';
import { TestSource, type TestRun } from './test-source.js';

let imports = 0;

/** An import manager, as the gateway would pass on what he does, of an import that no other test has. */
export class TestManager {
  readonly name = 'i.manager';
  readonly source: TestSource;

  private constructor(
    private readonly publisher: PublisherUnderTest,
    readonly importId: string,
  ) {
    this.source = new TestSource(importId);
  }

  static async ofNewImport(publisher: PublisherUnderTest): Promise<TestManager> {
    const importId = `import-${(imports += 1)}`;
    await publisher.rows(
      `WITH root AS (
         INSERT INTO organisation (gids_id, management, kind, name, name_folded, content, content_hash, visible, version)
         VALUES (nextval('gids_id_seq'), 'IMPORT_ROOT', 'OTHER_ORGANISATION', $1, $1, '{}', 'x', false, 1) RETURNING gids_id)
       INSERT INTO import_root (import_id, gids_id) SELECT $1, gids_id FROM root`,
      [importId],
    );
    return new TestManager(publisher, importId);
  }

  /** A whole run: what it brings, and its end. */
  async run(number: number, bring: (run: TestRun) => Envelope[] = () => []): Promise<TestRun> {
    const run = this.source.run(number);
    const events = bring(run);
    await this.publisher.handle(...events);
    await this.publisher.handle(...run.ended({ changed: events.length }));
    return run;
  }

  async record(recordId: string): Promise<ImportRecordDetail> {
    const { items } = await this.publisher.ask(ListImportRecords, { sourceId: this.source.sourceId, recordId, page: 1, pageSize: 10, sort: [] });
    return this.publisher.ask(ShowImportRecord, { id: items[0]?.id ?? 0 });
  }

  /** What the history of a record tells, the newest first. */
  async history(recordId: string): Promise<string[]> {
    const { id } = await this.record(recordId);
    return (await this.publisher.ask(ShowRecordHistory, { id, page: 1, pageSize: 100 })).items.map(({ sentence }) => sentence);
  }

  isPublic(gidsId = 0): Promise<boolean> {
    return this.publisher.ask(ShowVisibleOrganisation, { gidsId }).then(
      () => true,
      () => false,
    );
  }

  async setAction(recordId: string, publicationAction: PublicationAction): Promise<ImportRecordDetail> {
    const { id, version } = await this.record(recordId);
    return this.publisher.ask(ChangePublicationAction, { id, version, publicationAction, unlink: false, by: this.name });
  }

  async link(recordId: string, gidsId: number): Promise<ImportRecordDetail> {
    const { id, version } = await this.record(recordId);
    return this.publisher.ask(LinkOrganisation, { id, version, gidsId, by: this.name });
  }

  async note(recordId: string, note: string): Promise<ImportRecordDetail> {
    const { id, version } = await this.record(recordId);
    return this.publisher.ask(SaveImportNote, { id, version, note, by: this.name });
  }

  async suppress(recordId: string): Promise<ImportRecordDetail> {
    const { id, version } = await this.record(recordId);
    return this.publisher.ask(SuppressRecord, { id, version, reason: 'Bezwaar van 3 november', by: this.name });
  }

  round(): Promise<ReviewRound> {
    return this.publisher.ask(ShowReviewRound, { importId: this.importId });
  }

  async items(filter: Partial<PayloadOf<typeof ListReviewItems>> = {}): Promise<ReviewItem[]> {
    return (await this.publisher.ask(ListReviewItems, { importId: this.importId, page: 1, pageSize: 500, ...filter })).items;
  }

  /** The items by bronID. */
  async reasons(filter: Partial<PayloadOf<typeof ListReviewItems>> = {}): Promise<Record<string, ReviewItem['reason']>> {
    return Object.fromEntries((await this.items(filter)).map(({ bronId, reason }) => [bronId, reason]));
  }

  async judge(recordId: string, judgement = 'niets veranderen', by = this.name): Promise<ReviewItem> {
    const item = (await this.items()).find(({ bronId }) => bronId === recordId);
    return this.publisher.ask(JudgeReviewItem, { itemId: item?.id ?? 0, judgement, by });
  }

  async close(): Promise<ReviewRound> {
    return this.publisher.ask(CloseReviewRound, { roundId: (await this.round()).id, by: this.name });
  }
}
