import type { Duplicate, ImportStatus, Issue, PublicationAction } from '@gids/contracts';
import type { RecordSnapshot } from '../history/describe-changes.js';
import type { Evaluation, RecordFacts } from '../rules/evaluation.js';
import type { ErrorStatus } from '../rules/status.js';
import { whyVisible, type Explicable } from '../rules/why.js';

/** The columns of a record that its evaluation reads, as PostgreSQL gives them. */
export interface StateRow {
  id: string;
  source_id: string;
  record_id: string;
  import_id: string;
  type: 'ORGANISATION' | 'PRODUCT';
  gids_id: string | null;
  name: string;
  status: ImportStatus;
  publication_action: PublicationAction;
  make_visible: boolean;
  visible: boolean;
  missing_at_source: boolean;
  suppressed: boolean;
  linked_organisation_id: string | null;
  note: string | null;
  issues: Issue[];
  duplicates: Duplicate[];
  match_version: number;
  run_sequence: number;
  version: number;
  has_content: boolean;
}

/** Selects a `StateRow` from `import_record r`, with what it points at. */
export const stateColumns = `r.id, r.source_id, r.record_id, r.import_id, r.type, r.gids_id, r.name, r.status, r.publication_action, r.make_visible,
  r.visible, r.missing_at_source, r.suppressed, r.linked_organisation_id, r.note, r.issues, r.duplicates, r.match_version, r.run_sequence, r.version,
  EXISTS (SELECT FROM organisation o WHERE o.gids_id = r.gids_id) OR EXISTS (SELECT FROM product p WHERE p.gids_id = r.gids_id) AS has_content`;

/** A record as it stands, apart from its content. */
export interface RecordState extends RecordFacts {
  readonly id: number;
  readonly type: StateRow['type'];
  readonly importId: string;
  readonly sourceId: string;
  readonly recordId: string;
  readonly gidsId: number | undefined;
  readonly name: string;
  readonly issues: readonly Issue[];
  readonly status: ImportStatus;
  readonly visible: boolean;
  readonly note: string | undefined;
  readonly matchVersion: number;
  readonly runSequence: number;
  readonly version: number;
}

export function stateOf(row: StateRow): RecordState {
  return {
    id: Number(row.id),
    type: row.type,
    importId: row.import_id,
    sourceId: row.source_id,
    recordId: row.record_id,
    gidsId: row.gids_id === null ? undefined : Number(row.gids_id),
    name: row.name,
    errors: errorsOf(row.status),
    issues: row.issues,
    duplicates: row.duplicates,
    linkedOrganisationId: row.linked_organisation_id === null ? undefined : Number(row.linked_organisation_id),
    publicationAction: row.publication_action,
    makeVisible: row.make_visible,
    missingAtSource: row.missing_at_source,
    suppressed: row.suppressed,
    hasContent: row.has_content,
    status: row.status,
    visible: row.visible,
    note: row.note ?? undefined,
    matchVersion: row.match_version,
    runSequence: row.run_sequence,
    version: row.version,
  };
}

/** A record as its history looks at it. */
export function snapshotOf(facts: Explicable, { status, visible }: Evaluation): RecordSnapshot {
  return { status, visible, missingAtSource: facts.missingAtSource, why: whyVisible(facts, { status, visible }) };
}

/** Errors come from a row of the source: what changes later in the directory leaves them as they are. */
function errorsOf(status: ImportStatus): ErrorStatus | undefined {
  return status === 'CONVERSION_ERRORS' || status === 'VALIDATION_ERRORS' ? status : undefined;
}
