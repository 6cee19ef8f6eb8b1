import { z } from 'zod';

/** One page of a list, as every list of the HTTP API gives it. */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.looseObject({
    currentPage: z.number(),
    pageSize: z.number(),
    /** Absent on the last page. */
    nextPage: z.number().nullish(),
    /** All that match, over all pages; only when it was asked for. */
    totaal: z.number().nullish(),
    _embedded: z.looseObject({ item: z.array(item) }),
  });
}

export interface Page<Item> {
  readonly currentPage: number;
  readonly pageSize: number;
  readonly nextPage?: number | null | undefined;
  readonly totaal?: number | null | undefined;
  readonly _embedded: { readonly item: readonly Item[] };
}
