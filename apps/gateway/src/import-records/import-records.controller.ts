import { ListImportRecords, ShowImportRecord, ShowRecordHistory } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toImportRecord, toImportRecordDetail, type ImportRecord, type ImportRecordWithDetails } from '../api/import-record.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { toHistoryEntry, type ApiHistoryEntry } from '../api/record-history.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { listImportRecords, showHistory, showImportRecord } from './import-records.operations.js';
import { toRecordFilter } from './record-filter.js';

/** The list of the import management screen. */
@Controller()
export class ImportRecordsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listImportRecords)
  async list(@Input() input: InputOf<typeof listImportRecords>, @Asking() asking: AskOptions): Promise<Page<ImportRecord>> {
    const { items, total } = await this.requests.ask(ListImportRecords, toRecordFilter(input.query), asking);
    return toPage({ items: items.map((record) => toImportRecord(record, this.links)), total }, input, this.links);
  }

  @Handles(showImportRecord)
  async show(@Input() { params }: InputOf<typeof showImportRecord>, @Asking() asking: AskOptions): Promise<ImportRecordWithDetails> {
    return toImportRecordDetail(await this.requests.ask(ShowImportRecord, params, asking), this.links);
  }

  @Handles(showHistory)
  async showHistory(@Input() input: InputOf<typeof showHistory>, @Asking() asking: AskOptions): Promise<Page<ApiHistoryEntry>> {
    const { page, pageSize } = input.query;
    const { items, total } = await this.requests.ask(ShowRecordHistory, { id: input.params.id, page, pageSize }, asking);
    return toPage({ items: items.map((entry) => toHistoryEntry(entry, this.links)), total }, input, this.links);
  }
}
