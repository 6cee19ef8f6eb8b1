import { ListMessages, MarkMessageRead, ShowMessage } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { ApiLinks } from '../api/links.js';
import { toMessage, toMessageDetail, type ApiMessage, type ApiMessageDetail } from '../api/message.js';
import { toPage, type Page } from '../api/page.js';
import { Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import { changeMessage, listMessages, showMessage } from './messages.operations.js';

/** The inbox of who is signed in, beside e-mail (REQUIREMENTS §6). */
@Controller()
export class MessagesController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(listMessages)
  async list(@Input() input: InputOf<typeof listMessages>, @Asking() asking: AskOptions): Promise<Page<ApiMessage> & { ongelezen: number }> {
    const { gelezen: read, page, pageSize } = input.query;
    const { items, total, unread } = await this.requests.ask(ListMessages, { read, page, pageSize }, asking);
    return { ...toPage({ items: items.map((item) => toMessage(item, this.links)), total }, input, this.links), ongelezen: unread };
  }

  @Handles(showMessage)
  async show(@Input() { params }: InputOf<typeof showMessage>, @Asking() asking: AskOptions): Promise<ApiMessageDetail> {
    return toMessageDetail(await this.requests.ask(ShowMessage, params, asking), this.links);
  }

  @Handles(changeMessage)
  async change(@Input() { params, body }: InputOf<typeof changeMessage>, @Asking() asking: AskOptions): Promise<ApiMessage> {
    return toMessage(await this.requests.ask(MarkMessageRead, { id: params.id, read: body.gelezen }, asking), this.links);
  }
}
