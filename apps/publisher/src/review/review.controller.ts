import { CloseReviewRound, JudgeReviewItem, ListReviewItems, ShowReviewRound, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { judgeReviewItem } from './judge-item.js';
import { listReviewItems } from './review-items.js';
import { closeReviewRound, showReviewRound } from './review-rounds.js';

/** The controleronde after each run: what the rules cannot judge (R81). */
@Controller()
export class ReviewController {
  constructor(
    private readonly orm: MikroORM,
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @AnswersRequest(ShowReviewRound)
  showReviewRound({ importId }: PayloadOf<typeof ShowReviewRound>): Promise<ReplyOf<typeof ShowReviewRound>> {
    return showReviewRound(this.sql(), importId);
  }

  @AnswersRequest(ListReviewItems)
  listReviewItems(filter: PayloadOf<typeof ListReviewItems>): Promise<ReplyOf<typeof ListReviewItems>> {
    return listReviewItems(this.sql(), filter);
  }

  @AnswersRequest(JudgeReviewItem)
  judgeReviewItem(command: PayloadOf<typeof JudgeReviewItem>): Promise<ReplyOf<typeof JudgeReviewItem>> {
    return this.transactions.run({}, ({ sql }) => judgeReviewItem(sql, command, this.clock()));
  }

  @AnswersRequest(CloseReviewRound)
  closeReviewRound(command: PayloadOf<typeof CloseReviewRound>): Promise<ReplyOf<typeof CloseReviewRound>> {
    return this.transactions.run({}, ({ sql }) => closeReviewRound(sql, command, this.clock()));
  }

  private sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }
}
