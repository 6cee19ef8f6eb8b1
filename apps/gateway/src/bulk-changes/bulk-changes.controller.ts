import type { ServerResponse } from 'node:http';
import { ListBulkChanges, ListBulkItems, ShowBulkChange, StartBulkChange, UndoBulkChange, type BulkChangeView } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller, Res } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { toRecordFilter } from '../import-records/record-filter.js';
import type { Caller } from '../sign-in/caller.js';
import { fromOrder, toBulkChange, toBulkItem, type BulkChange, type BulkItem } from './bulk-change.js';
import { listBulkChanges, listBulkItems, showBulkChange, startBulkChange, undoBulkChange } from './bulk-changes.operations.js';

/** Changes of many records at once (R86, SCREENS §3.8). */
@Controller()
export class BulkChangesController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(startBulkChange)
  async start(
    @Input() { body }: InputOf<typeof startBulkChange>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<BulkChange> {
    const filter = toRecordFilter(body.filter ?? { ids: body.ids });
    const order = { filter, expectedCount: body.verwachtAantal, order: fromOrder(body.wijziging), by };
    return this.accepted(await this.requests.ask(StartBulkChange, order, asking), response);
  }

  @Handles(listBulkChanges)
  async list(@Input() input: InputOf<typeof listBulkChanges>, @Asking() asking: AskOptions): Promise<Page<BulkChange>> {
    const { import: importId, page, pageSize } = input.query;
    const { items, total } = await this.requests.ask(ListBulkChanges, { importId, page, pageSize }, asking);
    return toPage({ items: items.map((item) => toBulkChange(item, this.links)), total }, input, this.links);
  }

  @Handles(showBulkChange)
  async show(@Input() { params }: InputOf<typeof showBulkChange>, @Asking() asking: AskOptions): Promise<BulkChange> {
    return toBulkChange(await this.requests.ask(ShowBulkChange, params, asking), this.links);
  }

  @Handles(listBulkItems)
  async listItems(@Input() input: InputOf<typeof listBulkItems>, @Asking() asking: AskOptions): Promise<Page<BulkItem>> {
    const { uitkomst, page, pageSize } = input.query;
    const outcomes = uitkomst?.map((value) => codeOf(termTables.bulkOutcome, value));
    const { items, total } = await this.requests.ask(ListBulkItems, { id: input.params.id, outcomes, page, pageSize }, asking);
    return toPage({ items: items.map((item) => toBulkItem(item, this.links)), total }, input, this.links);
  }

  @Handles(undoBulkChange)
  async undo(
    @Input() { params: { id } }: InputOf<typeof undoBulkChange>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<BulkChange> {
    return this.accepted(await this.requests.ask(UndoBulkChange, { id, by }, asking), response);
  }

  private accepted(view: BulkChangeView, response: ServerResponse): BulkChange {
    const bulk = toBulkChange(view, this.links);
    response.setHeader('Location', bulk._links.self.href);
    return bulk;
  }
}
