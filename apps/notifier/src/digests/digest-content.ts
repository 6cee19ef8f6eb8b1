import type { Notice, NoticeData, NoticeKind } from '../notices/notice.js';

/** Everything that is told together, of one import. */
export interface DigestContent {
  readonly importId: string;
  readonly sourceId: string;
  /** The run that has ended, where its end is part of it. */
  readonly run?: { readonly runId: string; readonly data: NoticeData['RUN_COMPLETED'] };
  readonly duplicates: readonly NoticeData['NEW_DUPLICATES'][];
  readonly signals: readonly NoticeData['RECORD_SIGNALLED'][];
  readonly round?: NoticeData['REVIEW_ROUND_OPENED'];
  readonly linked: readonly NoticeData['LINKED_RECORD_CHANGED'][];
  readonly products: readonly NoticeData['PROVIDER_PRODUCTS_CHANGED'][];
}

/** What was told of the run before: what is the same again is no news. */
export interface EarlierRun {
  readonly run?: NoticeData['RUN_COMPLETED'];
  readonly round?: NoticeData['REVIEW_ROUND_OPENED'];
}

/** @returns the content of a digest; undefined where there is nothing in it. One digest holds notices of one import. */
export function contentOf(notices: readonly Notice[]): DigestContent | undefined {
  const all = <Kind extends NoticeKind>(kind: Kind) => notices.flatMap((notice) => (notice.kind === kind ? [notice.data as NoticeData[Kind]] : []));
  const [first] = notices;
  if (!first || !('importId' in first.data) || !('sourceId' in first.data)) return undefined;
  const { importId, sourceId } = first.data;
  const completed = notices.find(({ kind }) => kind === 'RUN_COMPLETED');
  const round = all('REVIEW_ROUND_OPENED').at(-1);
  return {
    importId,
    sourceId,
    ...(completed?.runId !== undefined && { run: { runId: completed.runId, data: completed.data as NoticeData['RUN_COMPLETED'] } }),
    duplicates: all('NEW_DUPLICATES'),
    signals: all('RECORD_SIGNALLED'),
    ...(round && { round }),
    linked: all('LINKED_RECORD_CHANGED'),
    products: all('PROVIDER_PRODUCTS_CHANGED'),
  };
}

/** @returns how many records have new possible duplicates */
export function countDuplicates({ duplicates }: Pick<DigestContent, 'duplicates'>): number {
  return duplicates.reduce((sum, { total }) => sum + total, 0);
}
