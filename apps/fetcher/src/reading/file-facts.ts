/** What a file turns out to be, by its first bytes. */
export type FileKind =
  | 'text'
  | 'empty'
  | 'html'
  | 'xml'
  | 'json'
  | 'spreadsheet'
  | 'zip'
  | 'gzip'
  | 'pdf'
  | 'binary'
  | 'utf-16';

export type FileEncoding = 'utf-8' | 'windows-1252';

/** A spot in a file. */
export interface BytePlace {
  /** Counts from 0, as hex viewers do. */
  readonly byte: number;
  /** Counts from 1, as editors do. */
  readonly line: number;
}

/** Why the bytes cannot be read as text in one encoding, and where it first shows. */
export interface EncodingFault {
  readonly reason: 'nul' | 'mixed' | 'undefinedByte';
  readonly place: BytePlace;
}

/** All that can be known of a file without parsing it; plain JSON. */
export interface FileFacts {
  /** Lower-case hex, over the bytes as received: the same file twice is seen before it is parsed. */
  readonly sha256: string;
  readonly bytes: number;
  /** Physical lines, the header included: a measure of progress before the first row is read. */
  readonly lines: number;
  readonly kind: FileKind;
  /** Strict UTF-8 over the whole file, else windows-1252 (FORMATS §2); trust it only without `encodingFault`. */
  readonly encoding: FileEncoding;
  readonly encodingFault?: EncodingFault;
  /** Length of the UTF-8 byte order mark at the start: 3 or 0. */
  readonly bomBytes: 0 | 3;
  readonly endsWithNewline: boolean;
  readonly firstNul?: BytePlace;
  /** First line that is not empty, decoded, without BOM; absent when it is longer than 64 KiB. */
  readonly headerLine?: string;
}
