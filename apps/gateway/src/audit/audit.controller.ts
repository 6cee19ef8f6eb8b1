import { Readable } from 'node:stream';
import { Controller, StreamableFile } from '@nestjs/common';
import { toAuditEntry, type ApiAuditEntry } from '../api/audit-entry.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { AuditReader, type AuditFilter } from './audit-reader.js';
import { exportAuditEntries, listAuditEntries } from './audit.operations.js';
import { csvHeader, csvLine } from './csv.js';

/** Entries that are read at a time for an export. */
const batch = 1_000;

/** The audit log, for a systeembeheerder (SCREENS 3.13). */
@Controller()
export class AuditController {
  constructor(
    private readonly reader: AuditReader,
    private readonly links: ApiLinks,
  ) {}

  /** How many there are is not counted: the log grows with everything that anybody does. */
  @Handles(listAuditEntries)
  async list(@Input() input: InputOf<typeof listAuditEntries>): Promise<Page<ApiAuditEntry>> {
    const { page, pageSize } = input.query;
    const offset = (page - 1) * pageSize;
    const found = await this.reader.read(filterOf(input.query), { limit: pageSize + 1, offset });
    const items = found.slice(0, pageSize).map(toAuditEntry);
    return toPage({ items, total: offset + found.length }, { query: { page, pageSize, count: false }, url: input.url }, this.links);
  }

  @Handles(exportAuditEntries)
  export(@Input() { query }: InputOf<typeof exportAuditEntries>): StreamableFile {
    const content = Readable.from(this.lines(filterOf(query)), { objectMode: false });
    return new StreamableFile(content, { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="auditregels.csv"' });
  }

  private async *lines(filter: AuditFilter): AsyncGenerator<string> {
    yield csvHeader;
    let before: string | undefined;
    do {
      const entries = await this.reader.read(filter, { limit: batch, before });
      if (entries.length > 0) yield entries.map((entry) => csvLine(toAuditEntry(entry))).join('');
      before = entries.length < batch ? undefined : entries.at(-1)?.id;
    } while (before !== undefined);
  }
}

function momentOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}

function filterOf({ van, tot, wie, handeling, object }: InputOf<typeof exportAuditEntries>['query']): AuditFilter {
  return { from: momentOf(van), until: momentOf(tot), actor: wie, operation: handeling, object };
}
