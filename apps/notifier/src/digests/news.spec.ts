import { NewDuplicatesFound, RecordSignalled, ReviewRoundOpened, RunCompleted, type RunCounts } from '@gids/contracts';
import type { DigestContent } from './digest-content.js';
import { hasNews } from './news.js';

const quietCounts: RunCounts = { ...RunCompleted.example.counts, warnings: 4, duplicatesFound: 3 };
const runWith = (counts: Partial<RunCounts> = {}) => ({ ...RunCompleted.example, counts: { ...quietCounts, ...counts } });
const content = (more: Partial<DigestContent> = {}): DigestContent => ({
  importId: 'duo', sourceId: 'duo-po', run: { runId: 'r', data: runWith() }, duplicates: [], signals: [], linked: [], products: [], ...more,
});
const round = ReviewRoundOpened.example;

describe('what is news to an import manager (R74, REQUIREMENTS §6 M1, M5, M6)', () => {
  it.each<[string, Partial<DigestContent>]>([
    ['a new duplicate', { duplicates: [NewDuplicatesFound.example] }],
    ['a link whose target is gone', { signals: [RecordSignalled.example] }],
    ['messages set aside', { run: { runId: 'r', data: runWith({ setAside: 1 }) } }],
    ['conversion errors', { run: { runId: 'r', data: runWith({ conversionErrors: 5 }) } }],
    ['a work list', { round }],
  ])('%s', (_name, more) => {
    expect(hasNews(content(more), {})).toBe(true);
  });

  it('a run that only brought changes is not', () => {
    expect(hasNews(content(), {})).toBe(false);
  });

  it('R74 the same run again is not: same errors, same work list', () => {
    const data = runWith({ conversionErrors: 5, validationErrors: 2, rejected: 1 });
    expect(hasNews(content({ run: { runId: 'r2', data }, round }), { run: data, round: { ...round, reasons: [...round.reasons] } })).toBe(false);
  });

  it.each([
    ['more errors than last time', { run: { runId: 'r2', data: runWith({ conversionErrors: 6 }) } }],
    ['other work than last time', { round: { ...round, reasons: [{ reason: 'VANISHED' as const, count: round.total }] } }],
  ])('%s are', (_name, more) => {
    expect(hasNews(content(more), { run: runWith({ conversionErrors: 5 }), round })).toBe(true);
  });
});
