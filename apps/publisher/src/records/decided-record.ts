import type { RecordDecision, RecordOutcome } from './decide-record.js';
import type { KnownRecord } from './record-store.js';

/** An outcome with what was held of its record and what becomes of it. */
export interface DecidedRecord {
  readonly outcome: RecordOutcome;
  readonly stored: KnownRecord | undefined;
  /** Hash of the organisation of the outcome. */
  readonly hash: string | undefined;
  readonly decision: RecordDecision;
}
