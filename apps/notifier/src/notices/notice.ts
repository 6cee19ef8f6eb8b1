import type {
  DataOf,
  DeletionRequested,
  DuplicateReported,
  ImportRightChanged,
  LinkedRecordChanged,
  NewDuplicatesFound,
  OrganisationCopied,
  ProviderProductsChanged,
  RecordSignalled,
  ReviewRoundOpened,
  RunCompleted,
  RunFailed,
  RunHeld,
  RunOverdue,
} from '@gids/contracts';

/** What there is to tell, by its kind: the events as they came. */
export interface NoticeData {
  readonly RUN_COMPLETED: DataOf<typeof RunCompleted>;
  readonly RUN_HELD: DataOf<typeof RunHeld>;
  readonly RUN_FAILED: DataOf<typeof RunFailed>;
  readonly RUN_OVERDUE: DataOf<typeof RunOverdue>;
  readonly NEW_DUPLICATES: DataOf<typeof NewDuplicatesFound>;
  readonly RECORD_SIGNALLED: DataOf<typeof RecordSignalled>;
  readonly REVIEW_ROUND_OPENED: DataOf<typeof ReviewRoundOpened>;
  readonly LINKED_RECORD_CHANGED: DataOf<typeof LinkedRecordChanged>;
  readonly PROVIDER_PRODUCTS_CHANGED: DataOf<typeof ProviderProductsChanged>;
  readonly IMPORT_RIGHT_CHANGED: DataOf<typeof ImportRightChanged>;
  readonly ORGANISATION_COPIED: DataOf<typeof OrganisationCopied>;
  readonly DUPLICATE_REPORTED: DataOf<typeof DuplicateReported>;
  readonly DELETION_REQUESTED: DataOf<typeof DeletionRequested>;
}

export type NoticeKind = keyof NoticeData;

/** Something that happened and that people are to be told of. */
export type Notice = { readonly [Kind in NoticeKind]: NoticeOf<Kind> }[NoticeKind];

export interface NoticeOf<Kind extends NoticeKind> {
  readonly kind: Kind;
  readonly data: NoticeData[Kind];
  /** The event that told of it. */
  readonly eventId: string;
  /** The run that brought it about; absent where an edit of the directory or a person did. */
  readonly runId?: string;
}

/** Notices that wait for the end of their run, or of the day, to be told together. */
const gathered: readonly NoticeKind[] = [
  'RUN_COMPLETED',
  'NEW_DUPLICATES',
  'RECORD_SIGNALLED',
  'REVIEW_ROUND_OPENED',
  'LINKED_RECORD_CHANGED',
  'PROVIDER_PRODUCTS_CHANGED',
];

/** @returns whether a notice is told together with others, instead of at once (REQUIREMENTS §6) */
export function isGathered({ kind }: Pick<Notice, 'kind'>): boolean {
  return gathered.includes(kind);
}
