import { ShowComparison, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, type RequestContext } from '@gids/messaging';
import { sqlOf } from '@gids/persistence';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller } from '@nestjs/common';
import { showComparison } from './show-comparison.js';

/** What an editor sees of what is linked to his organisation (R58). */
@Controller()
export class ComparisonsController {
  constructor(private readonly orm: MikroORM) {}

  @AnswersRequest(ShowComparison)
  showComparison(query: PayloadOf<typeof ShowComparison>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowComparison>> {
    return showComparison(sqlOf(this.orm.em.fork()), query, actor);
  }
}
