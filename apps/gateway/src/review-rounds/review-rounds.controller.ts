import { AcceptRenumbering, CloseReviewRound, JudgeReviewItem, ListReviewItems, ShowReviewRound } from '@gids/contracts';
import { RequestClient, type AskOptions } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { toImportRecordDetail, type ImportRecordWithDetails } from '../api/import-record.js';
import { ApiLinks } from '../api/links.js';
import { toPage, type Page } from '../api/page.js';
import { toReviewItem, toReviewRound, type ApiReviewItem, type ApiReviewRound } from '../api/review.js';
import { codeOf, termTables } from '../api/terms.js';
import { Asker, Asking, Handles, Input } from '../http/handles.decorator.js';
import type { InputOf } from '../http/operation.js';
import type { Caller } from '../sign-in/caller.js';
import { acceptRenumbering, closeReviewRound, judgeReviewItem, listReviewItems, showReviewRound } from './review-rounds.operations.js';

/** What the system cannot judge after an import (R81). */
@Controller()
export class ReviewRoundsController {
  constructor(
    private readonly requests: RequestClient,
    private readonly links: ApiLinks,
  ) {}

  @Handles(showReviewRound)
  async show(@Input() { params }: InputOf<typeof showReviewRound>, @Asking() asking: AskOptions): Promise<ApiReviewRound> {
    return toReviewRound(await this.requests.ask(ShowReviewRound, params, asking), this.links);
  }

  @Handles(listReviewItems)
  async list(@Input() input: InputOf<typeof listReviewItems>, @Asking() asking: AskOptions): Promise<Page<ApiReviewItem>> {
    const { reden, beoordeeld, page, pageSize } = input.query;
    const reasons = reden?.map((value) => codeOf(termTables.reviewReason, value));
    const filter = { importId: input.params.importId, reasons, judged: beoordeeld, page, pageSize };
    const { items, total } = await this.requests.ask(ListReviewItems, filter, asking);
    return toPage({ items: items.map((item) => toReviewItem(item, this.links)), total }, input, this.links);
  }

  @Handles(judgeReviewItem)
  async judge(
    @Input() { params, body }: InputOf<typeof judgeReviewItem>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ApiReviewItem> {
    return toReviewItem(await this.requests.ask(JudgeReviewItem, { itemId: params.id, judgement: body.oordeel, by }, asking), this.links);
  }

  @Handles(acceptRenumbering)
  async acceptRenumbering(
    @Input() { params }: InputOf<typeof acceptRenumbering>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ImportRecordWithDetails> {
    return toImportRecordDetail(await this.requests.ask(AcceptRenumbering, { itemId: params.id, by }, asking), this.links);
  }

  @Handles(closeReviewRound)
  async close(
    @Input() { params }: InputOf<typeof closeReviewRound>,
    @Asker() { name: by }: Caller,
    @Asking() asking: AskOptions,
  ): Promise<ApiReviewRound> {
    return toReviewRound(await this.requests.ask(CloseReviewRound, { roundId: params.id, by }, asking), this.links);
  }
}
