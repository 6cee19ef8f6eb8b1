import { ListErrorGroups, ShowRun } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import { apiValueOf } from '../api/terms.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { groupSeverityTerms, listErrorGroups, type ErrorGroups } from './error-groups.operations.js';

/** What went wrong in a run, by cause (R80). */
@Controller()
export class ErrorGroupsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  /** The fetcher knows whether there is such a run, and the publisher what became of it. */
  @Handles(listErrorGroups)
  async list(@Input() { params: { id: runId } }: InputOf<typeof listErrorGroups>, @Asking() asking: AskOptions): Promise<ErrorGroups> {
    await this.requests.ask(ShowRun, { runId }, asking);
    const { items } = await this.requests.ask(ListErrorGroups, { runId }, asking);
    const item = items.map(({ code, field, severity, count, example: { recordId, line, value, message } }) => ({
      code,
      veld: field,
      ernst: apiValueOf(groupSeverityTerms, severity),
      aantal: count,
      voorbeeld: { bronId: recordId ?? null, regel: line ?? null, waarde: value, melding: message },
    }));
    return { _embedded: { item }, _links: { self: this.links.errorGroups(runId), run: this.links.importRun(runId) } };
  }
}
