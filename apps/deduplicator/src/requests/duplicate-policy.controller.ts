import { ChangeDuplicatePolicy, ShowDuplicatePolicy, type PayloadOf, type ReplyOf } from '@gids/contracts';
import { AnswersRequest, Transactions, type RequestContext } from '@gids/messaging';
import { Controller } from '@nestjs/common';
import { Evaluator } from '../evaluation/evaluator.js';
import { emitChanged } from '../evaluation/stale-worker.js';
import { effectOf, pairedRecords, policyOf, savePolicy } from '../state/policies.js';
import { requireImportManager } from './import-right.js';

/** Shows and changes what counts as a duplicate in an import (A5, DEDUPE 5.6). */
@Controller()
export class DuplicatePolicyController {
  constructor(
    private readonly transactions: Transactions,
    private readonly evaluator: Evaluator,
  ) {}

  @AnswersRequest(ShowDuplicatePolicy)
  async show({ importId }: PayloadOf<typeof ShowDuplicatePolicy>, { actor }: RequestContext): Promise<ReplyOf<typeof ShowDuplicatePolicy>> {
    requireImportManager(actor, importId);
    return this.transactions.run({}, async ({ sql }) => ({ policy: await policyOf(sql, importId), ...(await effectOf(sql, importId)) }));
  }

  /** Nothing is compared again: the pairs stand, only what counts is another. */
  @AnswersRequest(ChangeDuplicatePolicy)
  async change({ importId, policy, by }: PayloadOf<typeof ChangeDuplicatePolicy>, { actor }: RequestContext): Promise<ReplyOf<typeof ChangeDuplicatePolicy>> {
    requireImportManager(actor, importId);
    return this.transactions.run({}, async ({ sql, emit }) => {
      await savePolicy(sql, importId, policy, by);
      const cause = { cause: 'POLICY', by, origin: {} } as const;
      const told = await this.evaluator.evaluate(sql, { rescore: [], retell: await pairedRecords(sql, importId) }, cause);
      const changed = told.filter((one) => one.changed);
      for (const one of changed) emitChanged(emit, one, cause);
      return { changed: changed.length };
    });
  }
}
