import type { Issue, MappedProduct, OrganisationContent, ProductContent } from '@gids/contracts';

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

/** A row that is a product and no organisation (R2, R69); its bronID is that of the row. */
export interface ProductRow {
  /** Absent when nothing could be made (A34). */
  readonly product?: ProductContent;
  /** BronID of the organisation that offers it, of any source of the same import; absent where the row tells none. */
  readonly organisationRecordId?: string;
}

/** What a mapping makes of one row: an organisation with its offer, or a product. */
export interface MappedRecord {
  /** Absent when not even a name can be made (A34). */
  readonly organisation?: OrganisationContent;
  /** The source may withhold visibility, never force it (A14, N34). */
  readonly makeVisible: boolean;
  readonly issues: readonly Issue[];
  /** What the row says of the offer of its organisation, each with a bronID of its own (R15, R68, R72). */
  readonly products?: readonly MappedProduct[];
  readonly productRow?: ProductRow;
}

/** An import: one importorganisatie, one right, one screen, one policy, one or more sources. */
export interface ImportDefinition {
  readonly id: string;
  readonly title: string;
  /** Name of the root organisation that holds everything imported (R9). */
  readonly importOrganisation: string;
}

/** How unlike the last file a new one may be before a person looks at it (R8, RELIABILITY c5). All but two are percentages. */
export interface RunLimits {
  /** With fewer rows than this, compared with the last file, a run is held. */
  readonly rowsAtLeast: number;
  /** With fewer than this it is refused: no person can let it through. */
  readonly rowsRefusedBelow: number;
  readonly rowsAtMost: number;
  /** Of the records that the source had: those that are no longer in the file, would become invisible, or changed. */
  readonly vanished: number;
  readonly hidden: number;
  readonly changed: number;
  /** Of the rows of the file: those that cannot be used. Above 10 % a file is refused, whatever the source. */
  readonly badRows: number;
  /** In percentage points, per mapped column. */
  readonly fillRateDrop: number;
  /** So many records may vanish or become invisible in any case. */
  readonly few: number;
  /** Of a source with fewer rows than this, shares of rows say little. */
  readonly smallSource: number;
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
  /** Limits that differ from those for every source; say why. */
  readonly limits?: Partial<RunLimits>;
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
