import type { FileKind } from './file-facts.js';

const signatures: readonly (readonly [FileKind, Buffer])[] = [
  ['utf-16', Buffer.from('fffe', 'hex')],
  ['utf-16', Buffer.from('feff', 'hex')],
  ['gzip', Buffer.from('1f8b', 'hex')],
  ['pdf', Buffer.from('%PDF-')],
  ['spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['zip', Buffer.from('PK\u0003\u0004')],
  ['zip', Buffer.from('PK\u0005\u0006')],
];

/** Entries that only a workbook (Excel, OpenDocument) has among the first of its zip. */
const workbookEntries = ['xl/', '[Content_Types].xml', 'application/vnd.oasis.opendocument.spreadsheet'];

const htmlStart = /^<(?:!doctype\s+html|html|head|body|script|title|meta|!--)/i;
const jsonStart = /^(?:\{\s*["}]|\[\s*(?:[[{"\]\d-]|true|false|null))/;

/**
 * Says what a file is by its start: an error page, an archive or a workbook is told apart from text
 * before anybody looks for columns in it (RELIABILITY c1, 5, 6, 8 and 56).
 *
 * @param head the first bytes, without a UTF-8 BOM.
 */
export function sniffKind(head: Buffer): FileKind {
  const signature = signatures.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes));
  if (signature !== undefined) return signature[0] === 'zip' ? zipKind(head) : signature[0];
  if (looksLikeUtf16(head)) return 'utf-16';
  const start = head.toString('latin1').trimStart();
  if (start === '') return 'empty';
  if (start.startsWith('<')) return htmlStart.test(start) || /<html/i.test(start) ? 'html' : 'xml';
  if (jsonStart.test(start)) return 'json';
  return firstLine(head).some(isControl) ? 'binary' : 'text';
}

function zipKind(head: Buffer): FileKind {
  return workbookEntries.some((entry) => head.includes(entry)) ? 'spreadsheet' : 'zip';
}

/** Western text in UTF-16 has a NUL in every other byte, with or without a BOM. */
function looksLikeUtf16(head: Buffer): boolean {
  const sample = head.subarray(0, 512);
  const nuls = [0, 0];
  sample.forEach((byte, index) => {
    if (byte === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1;
  });
  const [fewest = 0, most = 0] = nuls.toSorted((a, b) => a - b);
  return fewest === 0 && most > sample.length / 4;
}

function firstLine(head: Buffer): Buffer {
  const end = head.indexOf('\n');
  return end === -1 ? head : head.subarray(0, end);
}

/** Control characters that no header holds; NUL is judged with the encoding, where its place is known. */
function isControl(byte: number): boolean {
  return (byte > 0 && byte < 0x09) || (byte > 0x0d && byte < 0x20) || byte === 0x7f;
}
