import { ListDeadLetters, RedriveDeadLetters } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { ApiLinks, type Link } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { toDeadLetter, toServiceQueues, type DeadLetter, type DeadLetterDetail, type ServiceQueues } from '../api/queue.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { problems } from '../http/problems.js';
import { QueueStates } from './queue-states.js';
import { listDeadLetters, listQueues, redrive, showDeadLetter } from './queues.operations.js';

/** What waits and what was set aside, at every service. */
@Controller()
export class QueuesController {
  constructor(
    private readonly requests: RequestClient,
    private readonly states: QueueStates,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listQueues)
  async list(@Input() { url }: InputOf<typeof listQueues>, @Asking() asking: AskOptions): Promise<{ _embedded: { item: ServiceQueues[] }; _links: { self: Link } }> {
    const states = await this.states.ask(asking);
    return {
      _embedded: { item: states.map(({ service, state }) => toServiceQueues(service, state, this.links)) },
      _links: { self: this.links.list(url) },
    };
  }

  @Handles(listDeadLetters)
  async listDeadLetters(@Input() input: InputOf<typeof listDeadLetters>, @Asking() asking: AskOptions): Promise<Page<DeadLetter>> {
    const { dienst } = input.params;
    const { status, page, pageSize } = input.query;
    const state = status && codeOf(termTables.deadLetterState, status);
    const { items, total } = await this.requests.ask(ListDeadLetters, { state, page, pageSize }, { ...asking, service: dienst });
    return toPage({ items: items.map((letter) => toDeadLetter(dienst, letter, this.links)), total }, input, this.links);
  }

  @Handles(showDeadLetter)
  async showDeadLetter(@Input() { params }: InputOf<typeof showDeadLetter>, @Asking() asking: AskOptions): Promise<DeadLetterDetail> {
    const { dienst, id } = params;
    const { items } = await this.requests.ask(ListDeadLetters, { id, page: 1, pageSize: 1 }, { ...asking, service: dienst });
    const [letter] = items;
    if (!letter) throw problems.notFound(`Bericht ${id} bij ${dienst}`);
    return { ...toDeadLetter(dienst, letter, this.links), inhoud: letter.payload ?? null };
  }

  @Handles(redrive)
  async redrive(@Input() { params, body }: InputOf<typeof redrive>, @Asking() asking: AskOptions): Promise<{ opnieuwVerstuurd: number }> {
    const { redriven } = await this.requests.ask(RedriveDeadLetters, { ids: body?.ids }, { ...asking, service: params.dienst });
    return { opnieuwVerstuurd: redriven };
  }
}
