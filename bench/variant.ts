/** A process of a variant, by the name it has in the report. */
export interface VariantProcess {
  readonly name: string;
  readonly pid: number;
}

/** What an import left behind, to see that every variant did the same work. */
export interface Outcome {
  /** Organisations that came from the source. */
  readonly organisations: number;
  /** Those of them that are the same as one that was there before. */
  readonly duplicates: number;
}

/** One way to import a source file into a directory: a baseline or the product. */
export interface Variant {
  /** Name on the command line and in the report. */
  readonly name: string;
  /** Database that holds all its state; its sessions count as the variant's. */
  readonly database: string;
  /** False when the broker has no part in it, so that its idling is not charged. */
  readonly usesBroker: boolean;
  /** More rows than this take too long; figures per 100,000 rows are then carried up from fewer. */
  readonly mostRows: number;
  /** Starts empty but for the directory to match against (CSV, see `data/directory.ts`), up to being ready for a file. */
  prepare(directoryFile: string): Promise<void>;
  /** Imports a file of `rows` records; ends when the last stage has handled the last record. */
  run(file: string, rows: number): Promise<void>;
  /** Its processes now, without those of the database and the broker. */
  processes(): readonly VariantProcess[];
  outcome(): Promise<Outcome>;
  /** Ends its processes and removes its database and queues. */
  stop(): Promise<void>;
}
