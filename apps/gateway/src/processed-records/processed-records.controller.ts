import { ProcessImportedOrganisation } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toImportRecordDetail, type ImportRecordWithDetails } from '../api/import-record.js';
import { ApiLinks } from '../api/links.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { problems } from '../http/problems.js';
import type { Caller } from '../sign-in/caller.js';
import { processRecord } from './processed-records.operations.js';

/** VerwerkGeimporteerdeOrganisatie over REST (R87). */
@Controller()
export class ProcessedRecordsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  /** @throws HttpProblem 403 to a person: what an import brings is written by its script alone (R12) */
  @Handles(processRecord)
  async process(
    @Input() { params, body }: InputOf<typeof processRecord>,
    @Asker() { kind, name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ImportRecordWithDetails> {
    if (kind === 'account') throw problems.noRight('Alleen een importscript registreert wat het opsloeg. Wijzig de publicatieactie als een record wel of niet zichtbaar moet zijn.');
    const { gidsId, conversiefout, statustoelichting, zichtbaarMaken, runId, soort } = body;
    const order = { importId: params.importId, recordId: params.bronId, conversionError: conversiefout, explanation: statustoelichting, makeVisible: zichtbaarMaken, by };
    const optional = { ...(gidsId != null && { gidsId }), ...(runId !== undefined && { runId }), ...(soort !== undefined && { type: codeOf(termTables.recordType, soort) }) };
    return toImportRecordDetail(await this.requests.ask(ProcessImportedOrganisation, { ...order, ...optional }, asking), this.links);
  }
}
