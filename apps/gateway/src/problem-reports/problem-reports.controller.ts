import { ListDuplicateReports, ReportDuplicate } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toDuplicateReport, type ApiDuplicateReport } from '../api/duplicate-report.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { listDuplicateReports, reportDuplicate } from './problem-reports.operations.js';

/** What people report of imported organisations (R77). */
@Controller()
export class ProblemReportsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(reportDuplicate)
  async report(@Input() { body }: InputOf<typeof reportDuplicate>, @Asker() { name: by }: Caller, @Asking() asking: AskOptions): Promise<ApiDuplicateReport> {
    return toDuplicateReport(await this.requests.ask(ReportDuplicate, { gidsId: body.gidsId, remark: body.opmerking, by }, asking), this.links);
  }

  @Handles(listDuplicateReports)
  async list(@Input() input: InputOf<typeof listDuplicateReports>, @Asking() asking: AskOptions): Promise<Page<ApiDuplicateReport>> {
    const { importId, page, pageSize } = input.query;
    const { items, total } = await this.requests.ask(ListDuplicateReports, { importId, page, pageSize }, asking);
    return toPage({ items: items.map((item) => toDuplicateReport(item, this.links)), total }, input, this.links);
  }
}
