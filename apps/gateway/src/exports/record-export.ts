import { Readable } from 'node:stream';
import type { ServerResponse } from 'node:http';
import { ListImportRecords, ListRecordIds, type ImportRecordFilter, type ImportRecordView, type PayloadOf } from '@gids/contracts';
import { RequestClient, type AskOptions, type Log } from '@gids/messaging';
import { CLOCK, LOG, type Clock } from '@gids/service-host';
import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { csvOf } from './csv.js';
import { mediaTypeOfExport, type ExportFormat } from './export-format.js';
import { xlsxOf } from './xlsx.js';

/** Records that are asked for at a time. */
const batchSize = 500;

/** Which records are exported, and in what order. */
export interface ExportQuestion {
  readonly filter: ImportRecordFilter;
  readonly sort: PayloadOf<typeof ListImportRecords>['sort'];
}

/**
 * Whole lists as a file (R80): exactly the records that the filter means when it is asked, in its order, each as it is
 * when it leaves. A file that breaks off is cut, so that nobody takes it for whole.
 */
@Injectable()
export class RecordExport {
  constructor(
    private readonly requests: RequestClient,
    @Inject(LOG) private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async open(question: ExportQuestion, format: ExportFormat, asking: AskOptions): Promise<StreamableFile> {
    const { ids } = await this.requests.ask(ListRecordIds, { ...question.filter, sort: question.sort }, asking);
    const batches = this.batches(ids, asking);
    const stream = Readable.from(format === 'csv' ? csvOf(batches) : xlsxOf(batches), { objectMode: false });
    const name = `organisatie-importen-${this.clock().toISOString().slice(0, 10)}.${format}`;
    const file = new StreamableFile(stream, { type: mediaTypeOfExport(format), disposition: `attachment; filename="${name}"` });
    return file.setErrorHandler((error, response) => this.cut(error, response as unknown as ServerResponse)).setErrorLogger(() => undefined);
  }

  private cut(error: Error, response: ServerResponse): void {
    if (!response.destroyed) this.log.error({ err: error }, 'export broke off');
    response.destroy();
  }

  private async *batches(ids: readonly number[], asking: AskOptions): AsyncGenerator<ImportRecordView[]> {
    for (let from = 0; from < ids.length; from += batchSize) {
      const wanted = ids.slice(from, from + batchSize);
      const { items } = await this.requests.ask(ListImportRecords, { ids: wanted, page: 1, pageSize: batchSize, sort: [], count: false }, asking);
      const byId = new Map(items.map((record) => [record.id, record]));
      yield wanted.flatMap((id) => byId.get(id) ?? []);
    }
  }
}
