import { ChangeSchedule, ListSources } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toImportSource, type ImportSource } from '../api/import-source.js';
import { ApiLinks } from '../api/links.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { problems } from '../http/problems.js';
import type { Caller } from '../sign-in/caller.js';
import { changeSource } from './schedules.operations.js';

/** When sources are fetched by themselves (R3). */
@Controller()
export class SchedulesController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(changeSource)
  async change(@Input() { params: { id: sourceId }, body }: InputOf<typeof changeSource>, @Asker() { name: by }: Caller, @Asking() asking: AskOptions): Promise<ImportSource> {
    const { eersteOp, elkeDagen, tijd, actief } = body.schema;
    await this.requests.ask(ChangeSchedule, { sourceId, firstOn: eersteOp, everyDays: elkeDagen, time: tijd, active: actief, by }, asking);
    const { items } = await this.requests.ask(ListSources, { sourceId }, asking);
    const [source] = items;
    if (!source) throw problems.notFound(`Importbron "${sourceId}"`);
    return toImportSource(source, this.links);
  }
}
