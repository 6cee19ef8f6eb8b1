import { ListImportRecords, ShowImportRecord, ShowRecordHistory } from '@gids/contracts';
import { RequestClient } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toImportRecord, toImportRecordDetail, type ImportRecord, type ImportRecordWithDetails } from '../api/import-record.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { toHistoryEntry, type ApiHistoryEntry } from '../api/record-history.js';
import { CorrelationId, Handles, Input } from '../http/handles.decorator.js';
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
  async list(@Input() input: InputOf<typeof listImportRecords>, @CorrelationId() correlationid: string): Promise<Page<ImportRecord>> {
    const { items, total } = await this.requests.ask(ListImportRecords, toRecordFilter(input.query), { correlationid });
    return toPage({ items: items.map((record) => toImportRecord(record, this.links)), total }, input, this.links);
  }

  @Handles(showImportRecord)
  async show(@Input() { params }: InputOf<typeof showImportRecord>, @CorrelationId() correlationid: string): Promise<ImportRecordWithDetails> {
    return toImportRecordDetail(await this.requests.ask(ShowImportRecord, params, { correlationid }), this.links);
  }

  @Handles(showHistory)
  async showHistory(@Input() input: InputOf<typeof showHistory>, @CorrelationId() correlationid: string): Promise<Page<ApiHistoryEntry>> {
    const { page, pageSize } = input.query;
    const { items, total } = await this.requests.ask(ShowRecordHistory, { id: input.params.id, page, pageSize }, { correlationid });
    return toPage({ items: items.map((entry) => toHistoryEntry(entry, this.links)), total }, input, this.links);
  }
}
