import { RequestRefused, reviewReasonTerms, type JudgeReviewItem, type PayloadOf, type ReviewItem } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { addHistory } from '../history/record-history.js';
import { judgeReports } from '../reports/report-store.js';
import { findReviewItem, type ReviewItemState } from './review-items.js';

/** What a person says of an item, in his own words. */
export interface Judgement {
  readonly judgement: string;
  readonly by: string;
}

/**
 * Judges an item: it stays judged over later runs until its reason changes (R51, A33).
 * @throws RequestRefused where there is no such item (404), its reason passed, or somebody else judged it first (409)
 */
export async function judgeReviewItem(sql: Sql, command: PayloadOf<typeof JudgeReviewItem>, now: Date): Promise<ReviewItem> {
  const { itemId, judgement, by } = command;
  await sql.run('SELECT FROM review_item WHERE id = $1 FOR UPDATE', [itemId]);
  const state = await readReviewItem(sql, itemId);
  const { judgedBy } = state.item;
  if (judgedBy !== undefined && judgedBy !== by) throw judgedBefore(judgedBy);
  return storeJudgement(sql, state, { judgement, by }, now);
}

/** Writes what a person says of an item, with a line in the history of its record. */
export async function storeJudgement(sql: Sql, { item, fingerprint }: ReviewItemState, said: Judgement, now: Date): Promise<ReviewItem> {
  const { judgement, by } = said;
  await sql.run('UPDATE review_item SET judged_at = $2, judged_by = $3, judgement = $4, reason = $5, fingerprint = $6 WHERE id = $1', [
    ...[item.id, now, by, judgement, item.reason, fingerprint],
  ]);
  if (item.reason === 'REPORTED') await judgeReports(sql, item.recordId, said, now);
  const sentence = `Beoordeeld (${reviewReasonTerms[item.reason].label})${judgement === '' ? '' : `: ${judgement}`}.`.replace(/\.\.$/, '.');
  await addHistory(sql, { at: now, by }, new Map([[item.recordId, [{ kind: 'REVIEW', sentence }]]]));
  return { ...item, judgedAt: now.toISOString(), judgedBy: by, judgement };
}

/** @throws RequestRefused where there is no such item (404) or its reason passed (409) */
export async function readReviewItem(sql: Sql, id: number): Promise<ReviewItemState> {
  const found = await findReviewItem(sql, id);
  if (found) return found;
  const [passed] = await sql.all('SELECT id FROM review_item WHERE id = $1', [id]);
  if (passed) throw conflict('reasonPassed', `Controlepunt ${id} is vervallen: de reden ervoor geldt niet meer.`);
  throw new RequestRefused({ kind: 'notFound', code: 'notFound', message: `Er is geen controlepunt ${id} (meer).` });
}

function judgedBefore(by: string): RequestRefused {
  return conflict('judgedBefore', `Dit controlepunt is al beoordeeld door ${by}. Bekijk dat oordeel; alleen ${by} kan het wijzigen.`);
}

function conflict(code: string, message: string): RequestRefused {
  return new RequestRefused({ kind: 'conflict', code, message });
}
