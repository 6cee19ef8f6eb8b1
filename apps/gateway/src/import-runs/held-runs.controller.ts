import { DecideHeldRun, ListStagedRows } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toImportRun, type ImportRun } from '../api/import-run.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { toStagedRow, type StagedRow } from '../api/staged-row.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { decideHeldRun, listStagedRows } from './held-runs.operations.js';

/** Runs that wait for a person: what they would do, and what is decided (R8). */
@Controller()
export class HeldRunsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(decideHeldRun)
  async decide(
    @Input() { params, body }: InputOf<typeof decideHeldRun>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ImportRun> {
    const order = { runId: params.id, decision: codeOf(termTables.heldRunDecision, body.besluit), reason: body.reden, by };
    return toImportRun(await this.requests.ask(DecideHeldRun, order, asking), this.links);
  }

  @Handles(listStagedRows)
  async listRows(@Input() input: InputOf<typeof listStagedRows>, @Asking() asking: AskOptions): Promise<Page<StagedRow>> {
    const { uitkomst, page, pageSize } = input.query;
    const outcomes = uitkomst?.map((value) => codeOf(termTables.stagedOutcome, value));
    const { items, total } = await this.requests.ask(ListStagedRows, { runId: input.params.id, outcomes, page, pageSize }, asking);
    return toPage({ items: items.map(toStagedRow), total }, input, this.links);
  }
}
