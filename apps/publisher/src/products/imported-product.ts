import type { ImportStatus, Issue, MappedProduct, ProductContent, PublicationAction } from '@gids/contracts';
import { validateProduct } from '@gids/validation';
import type { RecordState } from '../records/record-state.js';
import { evaluate, type RecordFacts } from '../rules/evaluation.js';
import { errorStatusOf } from '../rules/status.js';
import { ownerFinding, type ProductOwner } from './imported-product-owner.js';

/** What the pipeline says of one product of the source. */
export interface ProductOutcome extends MappedProduct {
  readonly importId: string;
  readonly sourceId: string;
  /** BronID of the organisation that it belongs to; absent where its row tells none (R69). */
  readonly organisationRecordId?: string | undefined;
  /** It came with the row of that organisation; else it is a row of its own. */
  readonly ridesAlong: boolean;
  readonly runId: string;
  /** Number of the run within its source. */
  readonly runSequence: number;
}

/** What the directory holds of that product. */
export interface KnownProduct extends RecordState {
  /** Content and owner are absent where there is no product. */
  readonly content: ProductContent | undefined;
  readonly contentHash: string | undefined;
  readonly ownerGidsId: number | undefined;
}

/** The new state of a product's record and whether the product itself differs. */
export interface ProductDecision {
  readonly name: string;
  readonly status: ImportStatus;
  readonly publicationAction: PublicationAction;
  readonly issues: readonly Issue[];
  readonly visible: boolean;
  /** What it was decided on, for its history. */
  readonly facts: RecordFacts;
  readonly changed: boolean;
}

/** What a decision looks at of what is held. */
type StoredProduct = Pick<KnownProduct, 'gidsId' | 'name' | 'publicationAction' | 'suppressed' | 'runSequence' | 'visible' | 'contentHash' | 'ownerGidsId'>;

/**
 * Decides what becomes of a product: table 5.1 without duplicates (R47), the same default action and table of visibility
 * as an organisation (A20). Where its owner is hidden makes no difference here: that is for who reads it (R70).
 * @param contentHash hash of `outcome.product`
 * @returns undefined where an outcome of an earlier run, or of an erased product, changes nothing
 */
export function decideProduct(stored: StoredProduct | undefined, outcome: ProductOutcome, owner: ProductOwner, contentHash: string | undefined): ProductDecision | undefined {
  if (stored && (stored.suppressed || stored.runSequence > outcome.runSequence)) return undefined;
  const { product, issues, makeVisible } = outcome;
  const validationIssues = product ? validateProduct(product) : [];
  const facts: RecordFacts = {
    errors: product ? errorStatusOf(issues, validationIssues) : 'CONVERSION_ERRORS',
    duplicates: [],
    linkedOrganisationId: undefined,
    publicationAction: stored?.publicationAction ?? 'SHOW_ON_SUCCESS',
    makeVisible,
    missingAtSource: false,
    suppressed: false,
    hasContent: product !== undefined,
  };
  const { status, visible } = evaluate(facts);
  return {
    name: product?.name ?? stored?.name ?? '',
    status,
    publicationAction: facts.publicationAction,
    issues: [...issues, ...validationIssues, ...ownerFinding(owner)],
    visible,
    facts,
    changed: isChanged(stored, outcome, owner, contentHash, visible),
  };
}

function isChanged(stored: StoredProduct | undefined, { product }: ProductOutcome, owner: ProductOwner, contentHash: string | undefined, visible: boolean): boolean {
  if (!stored || stored.visible !== visible) return true;
  return product !== undefined && (stored.contentHash !== contentHash || stored.ownerGidsId !== owner.gidsId);
}
