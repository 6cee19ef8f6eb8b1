import { ListPublicChanges, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { listPublicChanges } from './changes-feed.js';

/** What those need who keep a copy of what is public (R98). */
@Controller()
export class FeedController {
  constructor(private readonly orm: MikroORM) {}

  @AnswersRequest(ListPublicChanges)
  listPublicChanges(question: PayloadOf<typeof ListPublicChanges>): Promise<ReplyOf<typeof ListPublicChanges>> {
    return listPublicChanges(sqlOf(this.orm.em.fork()), question);
  }
}
