import { CloseReviewRound, JudgeReviewItem, ListReviewItems, ShowReviewRound, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { sqlOf, type Sql } from '@gids/persistence';
import { CLOCK, type Clock } from '@gids/service-host';
import { MikroORM } from '@mikro-orm/postgresql';
import { Controller, Inject } from '@nestjs/common';
import { requireItemRight, requireRoundRight } from '../people/review-rights.js';
import { deciding } from '../people/rights.js';
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
  async showReviewRound({ importId }: PayloadOf<typeof ShowReviewRound>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowReviewRound>> {
    deciding(actor)(importId);
    return showReviewRound(this.sql(), importId);
  }

  @AnswersRequest(ListReviewItems)
  async listReviewItems(filter: PayloadOf<typeof ListReviewItems>, { actor }: RequestContext): Promise<ReplyOf<typeof ListReviewItems>> {
    deciding(actor)(filter.importId);
    return listReviewItems(this.sql(), filter);
  }

  @AnswersRequest(JudgeReviewItem)
  judgeReviewItem(command: PayloadOf<typeof JudgeReviewItem>, { actor }: RequestContext): Promise<ReplyOf<typeof JudgeReviewItem>> {
    return this.transactions.run({}, async ({ sql }) => {
      await requireItemRight(sql, actor, command.itemId);
      return judgeReviewItem(sql, command, this.clock());
    });
  }

  @AnswersRequest(CloseReviewRound)
  closeReviewRound(command: PayloadOf<typeof CloseReviewRound>, { actor }: RequestContext): Promise<ReplyOf<typeof CloseReviewRound>> {
    return this.transactions.run({}, async ({ sql }) => {
      await requireRoundRight(sql, actor, command.roundId);
      return closeReviewRound(sql, command, this.clock());
    });
  }

  private sql(): Sql {
    return sqlOf(this.orm.em.fork());
  }
}
