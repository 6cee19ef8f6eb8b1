import {
  ChangePublicationAction,
  LinkOrganisation,
  ListImportRecords,
  ListProducts,
  ShowImportRecord,
  ShowRecordHistory,
  ShowVisibleOrganisation,
  TakeOverProducts,
  type ImportRecordDetail,
  type PublicationAction,
  type TakeOverMode,
} from '@gids/contracts';
import type { PublisherUnderTest } from './publisher-under-test.js';
import type { TestSource } from './test-source.js';

/** The records of one source, as an import manager sees and decides on them. */
export class TestRecords {
  private readonly by = 'i.manager';

  constructor(
    private readonly publisher: PublisherUnderTest,
    private readonly source: TestSource,
  ) {}

  async of(recordId: string): Promise<ImportRecordDetail> {
    const { items } = await this.publisher.ask(ListImportRecords, { sourceId: this.source.sourceId, recordId, page: 1, pageSize: 10, sort: [] });
    expect(items).toHaveLength(1);
    return this.publisher.ask(ShowImportRecord, { id: items[0]?.id ?? 0 });
  }

  async gidsId(recordId: string): Promise<number> {
    return (await this.of(recordId)).gidsId ?? 0;
  }

  async act(recordId: string, publicationAction: PublicationAction, unlink = false): Promise<ImportRecordDetail> {
    const { id, version } = await this.of(recordId);
    return this.publisher.ask(ChangePublicationAction, { id, version, publicationAction, unlink, by: this.by });
  }

  /** Links to a managed organisation, or ends the link. */
  async link(recordId: string, gidsId?: number): Promise<ImportRecordDetail> {
    const { id, version } = await this.of(recordId);
    return this.publisher.ask(LinkOrganisation, { id, version, ...(gidsId !== undefined && { gidsId }), by: this.by });
  }

  async takeOver(recordId: string, mode: TakeOverMode, productGidsIds: number[] = []): Promise<ImportRecordDetail> {
    const { id, version } = await this.of(recordId);
    return this.publisher.ask(TakeOverProducts, { id, version, mode, productGidsIds, by: this.by });
  }

  /** What its history says, the newest first. */
  async history(recordId: string): Promise<string[]> {
    const { id } = await this.of(recordId);
    return (await this.publisher.ask(ShowRecordHistory, { id, page: 1, pageSize: 100 })).items.map(({ sentence }) => sentence);
  }

  /** Names of what an organisation has, is offered and took over. */
  async offer(ownerGidsId: number): Promise<Record<'own' | 'offered' | 'takenOver', string[]>> {
    const { own, offered, takenOver } = await this.publisher.ask(ListProducts, { ownerGidsId });
    const names = (products: typeof own) => products.map(({ product }) => product.name);
    return { own: names(own), offered: names(offered), takenOver: names(takenOver) };
  }

  /** Names of the products that the public sees at an organisation; undefined where it sees no organisation. */
  async shown(gidsId: number): Promise<string[] | undefined> {
    const view = await this.publisher.ask(ShowVisibleOrganisation, { gidsId }).catch(() => undefined);
    return view && (view.products ?? []).map(({ product }) => product.name);
  }
}
