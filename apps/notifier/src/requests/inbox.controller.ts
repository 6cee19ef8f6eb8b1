import { ListMessages, MarkMessageRead, ShowMessage, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, type RequestContext } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { findMessage, listMessages, markRead } from '../inbox/inbox-store.js';
import { foundOr, readerWhoAsks } from './asking.js';

const unknown = 'U heeft geen melding met dit id.';

/** The inbox of messages, beside e-mail: everybody sees his own and no other. */
@Controller()
export class InboxController {
  constructor(
    private readonly orm: MikroORM,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ListMessages)
  async list(payload: PayloadOf<typeof ListMessages>, { actor }: RequestContext): Promise<ReplyOf<typeof ListMessages>> {
    return listMessages(this.sql(), readerWhoAsks(actor), payload);
  }

  @AnswersRequest(ShowMessage)
  async show({ id }: PayloadOf<typeof ShowMessage>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowMessage>> {
    return foundOr(await findMessage(this.sql(), readerWhoAsks(actor), id), unknown);
  }

  @AnswersRequest(MarkMessageRead)
  async mark({ id, read }: PayloadOf<typeof MarkMessageRead>, { actor }: RequestContext): Promise<ReplyOf<typeof MarkMessageRead>> {
    return foundOr(await markRead(this.sql(), readerWhoAsks(actor), id, read ? this.clock() : null), unknown);
  }

  private sql() {
    return sqlOf(this.orm.em.fork());
  }
}
