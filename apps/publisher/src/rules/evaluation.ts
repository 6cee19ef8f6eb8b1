import type { Duplicate, ImportStatus, PublicationAction } from '@gids/contracts';
import { decideStatus, type ErrorStatus } from './status.js';
import { decideVisibility } from './visibility.js';

/** All that the status and the visibility of a record depend on, whoever or whatever changed last. */
export interface RecordFacts {
  readonly errors: ErrorStatus | undefined;
  readonly duplicates: readonly Duplicate[];
  readonly linkedOrganisationId: number | undefined;
  readonly publicationAction: PublicationAction;
  readonly makeVisible: boolean;
  readonly missingAtSource: boolean;
  readonly suppressed: boolean;
  /** Whether there is an organisation or product to show (A34). */
  readonly hasContent: boolean;
}

export interface Evaluation {
  readonly status: ImportStatus;
  readonly visible: boolean;
}

/** The one function that runs, people and events all go through: the same facts give the same result (R28, R39, A31). */
export function evaluate(facts: RecordFacts): Evaluation {
  const status = decideStatus(facts);
  const { makeVisible, suppressed, missingAtSource, publicationAction: action, hasContent } = facts;
  return { status, visible: hasContent && decideVisibility({ presentAtSource: !missingAtSource, makeVisible, suppressed, status, action }) };
}
