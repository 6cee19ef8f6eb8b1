/** What a message says, apart from how it looks: text and HTML are made from this and nothing else (N33). */
export interface MessageView {
  /** The verdict: enough for who reads no further. */
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly tables?: readonly FigureTable[];
  readonly changes?: readonly ChangeTable[];
  readonly lists?: readonly ItemList[];
  /** What asks for a look; absent where the message is not about that. */
  readonly toLookAt?: readonly string[];
  /** The one link of the message, on our own address. */
  readonly link: Link;
}

export interface FigureTable {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Present where the figures add up to something. */
  readonly total?: Figure;
}

export interface Figure {
  readonly label: string;
  readonly value: number;
  /** What it was at the run before; shown where it differs. */
  readonly before?: number;
}

/** What changed at the source of one organisation, beside what its editors have (R75). */
export interface ChangeTable {
  readonly title: string;
  readonly remark?: string;
  readonly rows: readonly Change[];
  /** How many rows there are beside these. */
  readonly more: number;
}

export interface Change {
  readonly label: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly own?: string | undefined;
}

export interface ItemList {
  readonly title: string;
  readonly items: readonly string[];
  /** How many items there are beside these. */
  readonly more: number;
}

export interface Link {
  readonly label: string;
  readonly url: string;
}

/** What stands under every message: why it came, and where to change that. */
export interface Footer {
  readonly sentences: readonly string[];
  readonly links: readonly Link[];
}

/** As many rows as a message shows; the rest is on the screen (SCREENS §6). */
export const mostRows = 10;

/** @returns the first rows, and how many there are beside them */
export function firstRows<Row>(rows: readonly Row[], total = rows.length): { rows: readonly Row[]; more: number } {
  const shown = rows.slice(0, mostRows);
  return { rows: shown, more: total - shown.length };
}

/** @returns a value as it is shown; a dash where there is none */
export function valueText(value: string | undefined): string {
  return value === undefined || value === '' ? '–' : value;
}
