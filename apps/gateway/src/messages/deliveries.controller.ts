import { ListDeliveries, ReleaseHeldMail, ResolveDelivery } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toDelivery, type ApiDelivery } from '../api/mail-delivery.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { decideDelivery, listDeliveries, releaseMail } from './deliveries.operations.js';

/** What a systeembeheerder sees of mail, and decides where nothing follows by itself (RELIABILITY §0 fact 10, D 60). */
@Controller()
export class DeliveriesController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listDeliveries)
  async list(@Input() input: InputOf<typeof listDeliveries>, @Asking() asking: AskOptions): Promise<Page<ApiDelivery>> {
    const { status, page, pageSize } = input.query;
    const states = status?.map((value) => codeOf(termTables.deliveryState, value));
    const { items, total } = await this.requests.ask(ListDeliveries, { states, page, pageSize }, asking);
    return toPage({ items: items.map(toDelivery), total }, input, this.links);
  }

  @Handles(decideDelivery)
  async decide(
    @Input() { params, body }: InputOf<typeof decideDelivery>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ApiDelivery> {
    const decision = codeOf(termTables.deliveryDecision, body.besluit);
    return toDelivery(await this.requests.ask(ResolveDelivery, { id: params.id, decision, by }, asking));
  }

  @Handles(releaseMail)
  async release(@Asker() { name: by }: Caller, @Asking() asking: AskOptions): Promise<{ vrijgegeven: number }> {
    return { vrijgegeven: (await this.requests.ask(ReleaseHeldMail, { by }, asking)).released };
  }
}
