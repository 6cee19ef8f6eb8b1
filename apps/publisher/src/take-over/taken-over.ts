import type { ProductView, TakeOverMode } from '@gids/contracts';

/** What is taken over of the products of one provider (R59, R73). */
export interface TakenOver {
  readonly providerGidsId: number;
  readonly mode: Exclude<TakeOverMode, 'NONE'>;
  /** With SELECTION: which. */
  readonly productGidsIds: readonly number[];
}

/** Whether a product is among what is taken over: with ALL also what comes later (A24). */
export function isTakenOver({ gidsId, ownerGidsId }: Pick<ProductView, 'gidsId' | 'ownerGidsId'>, { providerGidsId, mode, productGidsIds }: TakenOver): boolean {
  return ownerGidsId === providerGidsId && (mode === 'ALL' || productGidsIds.includes(gidsId));
}

/** The same for readers in SQL: joins the products of linked organisations that are taken over to `link`, the record with the link. */
export const takenOverProducts = `import_record link JOIN take_over ON take_over.provider_gids_id = link.gids_id
  JOIN product taken ON taken.owner_gids_id = link.gids_id AND (take_over.mode = 'ALL' OR taken.gids_id = ANY(take_over.product_gids_ids))`;

/** Ids of the products that an organisation took over. @param taker G!DS-ID of that, such as `$1` */
export function takenOverBy(taker: string): string {
  return `SELECT taken.gids_id FROM ${takenOverProducts} WHERE link.linked_organisation_id = ${taker}`;
}
