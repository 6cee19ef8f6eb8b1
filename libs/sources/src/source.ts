import type { Issue, OrganisationContent } from '@gids/contracts';

/** Wraps in `'…'` are taken off a value only in columns that say so (LRK contact fields, FORMATS §4.1). */
export interface Column {
  /** The name as the publisher writes it today; fields are keyed by it. */
  readonly name: string;
  /** Earlier names of the same column. */
  readonly aliases?: readonly string[];
  /** `key` and `mapped` columns reach the mapping; `ignored` ones do not leave the fetcher. */
  readonly use: 'key' | 'mapped' | 'ignored';
  /** Why an ignored column is ignored: said for each, so that none is forgotten. */
  readonly why?: string;
  /** A header without a required column is refused (HEADER_CHANGED). The key is always required. */
  readonly required?: boolean;
  /** The publisher wraps values of this column in apostrophes. */
  readonly wrapped?: boolean;
}

/** Values of one row by current column name, blanks left out. */
export type SourceFields = Readonly<Record<string, string>>;

/** What a mapping makes of one row. */
export interface MappedRecord {
  /** Absent when not even a name can be made (A34). */
  readonly organisation?: OrganisationContent;
  /** The source may withhold visibility, never force it (A14, N34). */
  readonly makeVisible: boolean;
  readonly issues: readonly Issue[];
}

/** An import: one importorganisatie, one right, one screen, one policy, one or more sources. */
export interface ImportDefinition {
  readonly id: string;
  readonly title: string;
  /** Name of the root organisation that holds everything imported (R9). */
  readonly importOrganisation: string;
}

/** One file of one publisher, with its transport, its schedule and its mapping. */
export interface Source {
  readonly id: string;
  readonly importId: string;
  readonly title: string;
  /** Shown with what is published from it (N43). */
  readonly attribution: string;
  readonly licence: string;
  /** Where a run pulls the file. */
  readonly url: string;
  /** Sent with the pull; LRK answers 400 to library defaults. */
  readonly userAgent: string;
  readonly scheduleDays: number;
  /** Raise it when the mapping changes: every row is sent again. */
  readonly mappingVersion: number;
  readonly columns: readonly Column[];
  /** What every bronID of this source looks like, after trimming. */
  readonly keyPattern: RegExp;
  /**
   * Leaves out what may not be processed further, such as a childminder's name (N34, N35).
   * Runs in the fetcher, before the row hash: what it drops is never stored nor compared.
   */
  minimise?(fields: SourceFields): SourceFields;
  /** A Dutch reason when the row says of itself that the organisation is gone (R96). */
  deregistered?(fields: SourceFields): string | undefined;
  map(fields: SourceFields): MappedRecord;
}
