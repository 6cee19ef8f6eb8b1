import type { HistoryEntry, ReplyOf, ReviewItem, ReviewRound, ShowDuplicatePolicy, StagedRowView } from '@gids/contracts';
import { recordDetailExample, runExample } from './examples.js';

export const historyEntryExample: HistoryEntry = {
  at: '2026-08-04T06:00:20.000Z',
  kind: 'VISIBILITY',
  sentence: 'Niet meer zichtbaar, omdat G!DS 102938 een zichtbare dubbele is.',
  runId: runExample.id,
  runNumber: runExample.number,
};

export const reviewRoundExample: ReviewRound = { id: 3, importId: 'duo', openedAt: '2026-08-04T06:00:21.000Z', total: 342, judged: 128 };

export const reviewItemExample: ReviewItem = {
  id: 12,
  recordId: recordDetailExample.id,
  name: recordDetailExample.name,
  bronId: recordDetailExample.recordId,
  reason: 'POSSIBLE_DUPLICATE',
  explanation: 'Alleen het adres is gelijk aan dat van G!DS 102938.',
  openedAt: '2026-08-04T06:00:21.000Z',
};

export const duplicatePolicyExample: ReplyOf<typeof ShowDuplicatePolicy> = {
  policy: 'LITERAL',
  flagged: { LITERAL: 342, GRADED: 61 },
  pairs: { IDENTICAL: 40, PROBABLE: 21, SAME_NAME_ELSEWHERE: 281 },
};

export const stagedRowExample: StagedRowView = { outcome: 'vanished', recordId: '11UF00', name: 'De Vlinder', wouldBeHidden: true };
