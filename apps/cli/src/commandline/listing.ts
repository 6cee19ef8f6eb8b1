import { exitCodes, type ExitCode } from '../exit-code.js';
import type { Page } from '../gateway/page.js';
import { countedText } from '../terminal/figures.js';
import type { Output } from '../terminal/output.js';
import { layOutTable, tabbedLine, type Column } from '../terminal/table.js';

/** Largest page that the gateway gives. */
export const largestPage = 500;

/** A list as one of the commands shows it. */
export interface Listing<Item> {
  readonly columns: readonly Column<Item>[];
  /** Singular and plural of what is listed. */
  readonly noun: readonly [one: string, many: string];
  /** Asks for one page; pages count from 1. */
  readonly ask: (page: number) => Promise<Page<Item>>;
  readonly firstPage: number;
  /** Shows all pages, one after the other. */
  readonly all: boolean;
}

/** Shows one page or all: a table on a terminal, lines with tabs elsewhere, or the JSON of the API. */
export async function showList<Item>(output: Output, listing: Listing<Item>): Promise<ExitCode> {
  const first = await listing.ask(listing.firstPage);
  if (output.json) await writeJson(output, listing, first);
  else await writeLines(output, listing, first);
  return exitCodes.ok;
}

/** @returns a short list as a whole: a table on a terminal, lines with tabs elsewhere */
export function listLines<Row>({ terminalWidth, paint }: Output, columns: readonly Column<Row>[], rows: readonly Row[]): string[] {
  if (terminalWidth === undefined) return rows.map((row) => tabbedLine(columns, row));
  const table = layOutTable(columns, rows, terminalWidth, paint);
  return [table.header, ...rows.map((row) => table.line(row))];
}

async function* itemsOf<Item>({ ask, all }: Listing<Item>, first: Page<Item>): AsyncGenerator<Item> {
  yield* first._embedded.item;
  for (let { nextPage } = first; all && nextPage; ) {
    const page = await ask(nextPage);
    yield* page._embedded.item;
    nextPage = page.nextPage;
  }
}

async function writeLines<Item>(output: Output, listing: Listing<Item>, first: Page<Item>): Promise<void> {
  const width = output.terminalWidth;
  const table = width === undefined ? undefined : layOutTable(listing.columns, first._embedded.item, width, output.paint);
  if (table && first._embedded.item.length > 0) output.result(table.header);
  for await (const item of itemsOf(listing, first)) output.result(table ? table.line(item) : tabbedLine(listing.columns, item));
  output.notice(footer(listing, first));
}

/** Writes item by item, so that a list of any length takes no memory. */
async function writeJson<Item>(output: Output, listing: Listing<Item>, first: Page<Item>): Promise<void> {
  if (!listing.all) return output.resultJson(first);
  let count = 0;
  for await (const item of itemsOf(listing, first)) {
    output.result(`${count === 0 ? '{"_embedded":{"item":[' : ','}${JSON.stringify(item)}`);
    count += 1;
  }
  output.result(`${count === 0 ? '{"_embedded":{"item":[' : ''}]},"currentPage":1,"totaal":${count}}`);
}

function footer<Item>({ noun: [one, many], all, firstPage }: Listing<Item>, { totaal, nextPage, pageSize, _embedded }: Page<Item>): string {
  const counted = countedText(totaal ?? _embedded.item.length, one, many);
  if (all || (!nextPage && firstPage === 1)) return counted;
  const pages = totaal === undefined || totaal === null ? '' : ` van ${Math.max(Math.ceil(totaal / pageSize), 1)}`;
  return `${counted}; pagina ${firstPage}${pages}${nextPage ? `, verder met --pagina ${nextPage}` : ''}`;
}
