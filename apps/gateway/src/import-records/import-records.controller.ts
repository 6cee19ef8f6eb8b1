import { ListImportRecords, ShowImportRecord, ShowRecordHistory } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller, Headers, StreamableFile } from '@nestjs/common';
import { toImportRecord, toImportRecordDetail, type ImportRecord, type ImportRecordWithDetails } from '../api/import-record.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page, type PageQuery } from '../api/page.js';
import { toHistoryEntry, type ApiHistoryEntry } from '../api/record-history.js';
import { exportFormatIn } from '../exports/export-format.js';
import { RecordExport, type ExportQuestion } from '../exports/record-export.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { listImportRecords, searchImportRecords, showHistory, showImportRecord } from './import-records.operations.js';
import { toRecordFilter, toSort } from './record-filter.js';

/** The list of the import management screen. */
@Controller()
export class ImportRecordsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
    private readonly exports: RecordExport,
  ) {}

  @Handles(listImportRecords)
  async list(
    @Input() input: InputOf<typeof listImportRecords>,
    @Headers('accept') accept: string | undefined,
    @Asking() asking: AskOptions,
  ): Promise<Page<Partial<ImportRecord>> | StreamableFile> {
    const { sort, fields, ...query } = input.query;
    const answer = await this.find({ filter: toRecordFilter(query), sort: toSort(sort) }, input, accept, asking);
    return fields && !(answer instanceof StreamableFile) ? onlyFields(answer, fields) : answer;
  }

  @Handles(searchImportRecords)
  search(
    @Input() input: InputOf<typeof searchImportRecords>,
    @Headers('accept') accept: string | undefined,
    @Asking() asking: AskOptions,
  ): Promise<Page<ImportRecord> | StreamableFile> {
    const { sort, ...filter } = input.body;
    return this.find({ filter: toRecordFilter(filter), sort: toSort(sort) }, input, accept, asking);
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

  /** One page, or the whole list as a file. */
  private async find(question: ExportQuestion, asked: { query: PageQuery; url: URL }, accept: string | undefined, asking: AskOptions): Promise<Page<ImportRecord> | StreamableFile> {
    const format = exportFormatIn(accept);
    if (format) return this.exports.open(question, format, asking);
    const { page, pageSize, count } = asked.query;
    const { items, total } = await this.requests.ask(ListImportRecords, { ...question.filter, sort: question.sort, page, pageSize, count }, asking);
    return toPage({ items: items.map((record) => toImportRecord(record, this.links)), total }, asked, this.links);
  }
}

/** A client that names fields gets those, and what it finds the record by. */
function onlyFields(page: Page<ImportRecord>, fields: readonly string[]): Page<Partial<ImportRecord>> {
  const kept = new Set(['id', '_links', ...fields]);
  const item = page._embedded.item.map((record) => Object.fromEntries(Object.entries(record).filter(([name]) => kept.has(name))) as Partial<ImportRecord>);
  return { ...page, _embedded: { item } };
}
