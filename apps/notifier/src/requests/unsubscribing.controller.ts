import { ShowUnsubscription, Unsubscribe, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest } from '@gids/messaging';
import { inTransaction, sqlOf } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { findSubscription, unsubscribe } from '../preferences/unsubscribing.js';
import { foundOr } from './asking.js';

const unknown = 'Deze link om u af te melden is niet bekend of te oud. Stel uw meldingen in na het aanmelden.';

/** The links in mails, for who holds one: they need no sign-in (RFC 8058). */
@Controller()
export class UnsubscribingController {
  constructor(private readonly orm: MikroORM) {}

  @AnswersRequest(ShowUnsubscription)
  async show({ token }: PayloadOf<typeof ShowUnsubscription>): Promise<ReplyOf<typeof ShowUnsubscription>> {
    const { importId, topics } = foundOr(await findSubscription(sqlOf(this.orm.em.fork()), token), unknown);
    return { importId, topics };
  }

  @AnswersRequest(Unsubscribe)
  unsubscribe({ token }: PayloadOf<typeof Unsubscribe>): Promise<ReplyOf<typeof Unsubscribe>> {
    return inTransaction(this.orm, async (em) => {
      const sql = sqlOf(em);
      const subscription = foundOr(await findSubscription(sql, token), unknown);
      await unsubscribe(sql, subscription);
      return { importId: subscription.importId, topics: subscription.topics };
    });
  }
}
