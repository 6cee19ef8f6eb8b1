import {
  ChangePublicationAction,
  CloseReviewRound,
  JudgeReviewItem,
  LinkOrganisation,
  ListImportRecords,
  ListProducts,
  ListReviewItems,
  SaveImportNote,
  ShowImportRecord,
  ShowRecordHistory,
  ShowReviewRound,
  ShowVisibleOrganisation,
  SuppressRecord,
  TakeOverProducts,
  type Actor,
  type Envelope,
  type ImportRecordDetail,
  type PayloadOf,
  type PublicationAction,
  type ReplyOf,
  type RequestDefinition,
  type ReviewItem,
  type ReviewRound,
  type TakeOverMode,
} from '@gids/contracts';
import type { PublisherUnderTest } from './publisher-under-test.js';
import { TestSource, type TestRun } from './test-source.js';

let imports = 0;

/** An import manager with the importrecht of one import and of no other, as the gateway would pass on what he does. */
export class TestManager {
  readonly name = 'i.manager';
  readonly actor: Actor;

  private constructor(
    private readonly publisher: PublisherUnderTest,
    readonly source: TestSource,
  ) {
    this.actor = { name: this.name, kind: 'PERSON', systemAdministrator: false, importRights: [source.importId] };
  }

  static of(publisher: PublisherUnderTest, source: TestSource): TestManager {
    return new TestManager(publisher, source);
  }

  /** Of an import that no other test has, with a source. */
  static async ofNewImport(publisher: PublisherUnderTest): Promise<TestManager> {
    const importId = `import-${(imports += 1)}`;
    await publisher.rows(
      `WITH root AS (
         INSERT INTO organisation (gids_id, management, kind, name, name_folded, content, content_hash, visible, version)
         VALUES (nextval('gids_id_seq'), 'IMPORT_ROOT', 'OTHER_ORGANISATION', $1, $1, '{}', 'x', false, 1) RETURNING gids_id)
       INSERT INTO import_root (import_id, gids_id) SELECT $1, gids_id FROM root`,
      [importId],
    );
    return new TestManager(publisher, new TestSource(importId));
  }

  get importId(): string {
    return this.source.importId;
  }

  ask<Definition extends RequestDefinition>(definition: Definition, payload: PayloadOf<Definition>): Promise<ReplyOf<Definition>> {
    return this.publisher.ask(definition, payload, this.actor);
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
    const { items } = await this.ask(ListImportRecords, { sourceId: this.source.sourceId, recordId, page: 1, pageSize: 10, sort: [] });
    expect(items).toHaveLength(1);
    return this.ask(ShowImportRecord, { id: items[0]?.id ?? 0 });
  }

  async gidsId(recordId: string): Promise<number> {
    return (await this.record(recordId)).gidsId ?? 0;
  }

  /** What the history of a record tells, the newest first. */
  async history(recordId: string): Promise<string[]> {
    const { id } = await this.record(recordId);
    return (await this.ask(ShowRecordHistory, { id, page: 1, pageSize: 100 })).items.map(({ sentence }) => sentence);
  }

  isPublic(gidsId = 0): Promise<boolean> {
    return this.publisher.ask(ShowVisibleOrganisation, { gidsId }).then(
      () => true,
      () => false,
    );
  }

  /** Names of the products that the public sees at an organisation; undefined where it sees no organisation. */
  async shown(gidsId: number): Promise<string[] | undefined> {
    const view = await this.publisher.ask(ShowVisibleOrganisation, { gidsId }).catch(() => undefined);
    return view && (view.products ?? []).map(({ product }) => product.name);
  }

  /** Names of what an organisation has, is offered and took over. */
  async offer(ownerGidsId: number): Promise<Record<'own' | 'offered' | 'takenOver', string[]>> {
    const { own, offered, takenOver } = await this.ask(ListProducts, { ownerGidsId });
    const names = (products: typeof own) => products.map(({ product }) => product.name);
    return { own: names(own), offered: names(offered), takenOver: names(takenOver) };
  }

  async setAction(recordId: string, publicationAction: PublicationAction, unlink = false): Promise<ImportRecordDetail> {
    const { id, version } = await this.record(recordId);
    return this.ask(ChangePublicationAction, { id, version, publicationAction, unlink, by: this.name });
  }

  /** Links to a managed organisation, or ends the link. */
  async link(recordId: string, gidsId?: number): Promise<ImportRecordDetail> {
    const { id, version } = await this.record(recordId);
    return this.ask(LinkOrganisation, { id, version, ...(gidsId !== undefined && { gidsId }), by: this.name });
  }

  async takeOver(recordId: string, mode: TakeOverMode, productGidsIds: number[] = []): Promise<ImportRecordDetail> {
    const { id, version } = await this.record(recordId);
    return this.ask(TakeOverProducts, { id, version, mode, productGidsIds, by: this.name });
  }

  async note(recordId: string, note: string): Promise<ImportRecordDetail> {
    const { id, version } = await this.record(recordId);
    return this.ask(SaveImportNote, { id, version, note, by: this.name });
  }

  async suppress(recordId: string): Promise<ImportRecordDetail> {
    const { id, version } = await this.record(recordId);
    return this.ask(SuppressRecord, { id, version, reason: 'Bezwaar van 3 november', by: this.name });
  }

  round(): Promise<ReviewRound> {
    return this.ask(ShowReviewRound, { importId: this.importId });
  }

  async items(filter: Partial<PayloadOf<typeof ListReviewItems>> = {}): Promise<ReviewItem[]> {
    return (await this.ask(ListReviewItems, { importId: this.importId, page: 1, pageSize: 500, ...filter })).items;
  }

  /** The items by bronID. */
  async reasons(filter: Partial<PayloadOf<typeof ListReviewItems>> = {}): Promise<Record<string, ReviewItem['reason']>> {
    return Object.fromEntries((await this.items(filter)).map(({ bronId, reason }) => [bronId, reason]));
  }

  async judge(recordId: string, judgement = 'niets veranderen', by = this.name): Promise<ReviewItem> {
    const item = (await this.items()).find(({ bronId }) => bronId === recordId);
    return this.ask(JudgeReviewItem, { itemId: item?.id ?? 0, judgement, by });
  }

  async close(): Promise<ReviewRound> {
    return this.ask(CloseReviewRound, { roundId: (await this.round()).id, by: this.name });
  }
}
