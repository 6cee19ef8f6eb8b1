import { ControlRun, DecideHeldRun, ListStagedRows } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toImportRun, type ImportRun } from '../api/import-run.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { toStagedRow, type StagedRow } from '../api/staged-row.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { fromRunDecision } from '../run-control/run-decision.js';
import type { Caller } from '../sign-in/caller.js';
import { decideHeldRun, listStagedRows } from './held-runs.operations.js';

/** What a person decides on a run, and what one that waits or was stopped would do (R8, SCREENS §3.5). */
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
    const about = { runId: params.id, reason: body.reden, by };
    const decided = fromRunDecision(body.besluit);
    const run = 'control' in decided ? this.requests.ask(ControlRun, { ...about, ...decided }, asking) : this.requests.ask(DecideHeldRun, { ...about, ...decided }, asking);
    return toImportRun(await run, this.links);
  }

  @Handles(listStagedRows)
  async listRows(@Input() input: InputOf<typeof listStagedRows>, @Asking() asking: AskOptions): Promise<Page<StagedRow>> {
    const { uitkomst, page, pageSize } = input.query;
    const outcomes = uitkomst?.map((value) => codeOf(termTables.stagedOutcome, value));
    const { items, total } = await this.requests.ask(ListStagedRows, { runId: input.params.id, outcomes, page, pageSize }, asking);
    return toPage({ items: items.map(toStagedRow), total }, input, this.links);
  }
}
