import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { digits, flag } from './values.js';

/** Query parameters of every list: pages count from 1. */
export const pageQuery = {
  page: digits(1, 1_000_000).default(1).describe('Nummer van de pagina, vanaf 1.'),
  pageSize: digits(1, 500).default(100).describe('Aantal per pagina, ten hoogste 500.'),
  count: flag().default(false).describe('`true` telt mee hoeveel er in totaal zijn.'),
};

export interface PageQuery {
  readonly page: number;
  readonly pageSize: number;
  readonly count: boolean;
}

/** @returns the schema of one page of a list; `nextPage` and the links are absent where there is no such page */
export function pageSchema<Item extends z.ZodType>(item: Item) {
  return z.object({
    currentPage: z.int().positive().describe('De pagina die u ziet.'),
    pageSize: z.int().positive().describe('Aantal per pagina.'),
    nextPage: z.int().positive().optional().describe('De volgende pagina; ontbreekt op de laatste.'),
    totaal: z.int().nonnegative().optional().describe('Hoeveel er in totaal zijn; alleen met `count=true`.'),
    _embedded: z.object({ item: z.array(item) }),
    _links: z.object({ self: linkSchema, prev: linkSchema.optional(), next: linkSchema.optional() }),
  });
}

/** One page as it leaves the API. */
export interface Page<Item> {
  currentPage: number;
  pageSize: number;
  nextPage?: number;
  totaal?: number;
  _embedded: { item: Item[] };
  _links: { self: { href: string }; prev?: { href: string }; next?: { href: string } };
}

interface Asked {
  readonly query: PageQuery;
  /** The address that was asked for. */
  readonly url: URL;
}

/** @returns a page with its links to the pages before and after it */
export function toPage<Item>(found: { items: Item[]; total: number }, { query, url }: Asked, links: ApiLinks): Page<Item> {
  const { page, pageSize, count } = query;
  const hasNext = page * pageSize < found.total;
  return {
    currentPage: page,
    pageSize,
    ...(hasNext && { nextPage: page + 1 }),
    ...(count && { totaal: found.total }),
    _embedded: { item: found.items },
    _links: {
      self: links.list(url),
      ...(page > 1 && { prev: links.list(url, page - 1) }),
      ...(hasNext && { next: links.list(url, page + 1) }),
    },
  };
}
