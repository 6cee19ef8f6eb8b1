import type { ServerResponse } from 'node:http';
import { ListRuns, ShowRun } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller, Req, Res } from '@nestjs/common';
import { toImportRun, type ImportRun } from '../api/import-run.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { codeOf, termTables } from '../api/terms.js';
import type { DoorRequest } from '../http/door-request.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { listRuns, showRun, startRun } from './import-runs.operations.js';
import { RunStarter } from './run-starter.js';

/** Runs of imports: start, list, show. */
@Controller()
export class ImportRunsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly starter: RunStarter,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listRuns)
  async list(@Input() input: InputOf<typeof listRuns>, @Asking() asking: AskOptions): Promise<Page<ImportRun>> {
    const { bronId, status, page, pageSize } = input.query;
    const states = status?.map((value) => codeOf(termTables.runState, value));
    const { items, total } = await this.requests.ask(ListRuns, { sourceId: bronId, states, page, pageSize }, asking);
    return toPage({ items: items.map((run) => toImportRun(run, this.links)), total }, input, this.links);
  }

  @Handles(showRun)
  async show(@Input() { params }: InputOf<typeof showRun>, @Asking() asking: AskOptions): Promise<ImportRun> {
    return toImportRun(await this.requests.ask(ShowRun, { runId: params.id }, asking), this.links);
  }

  @Handles(startRun)
  async start(
    @Input() { body, headers }: InputOf<typeof startRun>,
    @Asker() { name }: Caller,
    @Asking() asking: AskOptions,
    @Req() request: DoorRequest,
    @Res({ passthrough: true }) response: ServerResponse,
  ): Promise<ImportRun> {
    const order = { requestedBy: name, asking, idempotencyKey: headers['idempotency-key'] };
    const run = body
      ? await this.starter.pull({ ...order, sourceId: body.bronId, full: body.volledig })
      : await this.starter.push(order, request);
    response.setHeader('Location', this.links.importRun(run.id).href);
    return toImportRun(run, this.links);
  }
}
