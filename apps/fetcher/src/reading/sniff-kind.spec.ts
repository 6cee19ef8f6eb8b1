import { gzipSync } from 'node:zlib';
import { sniffKind } from './sniff-kind.js';

const csv = 'lrk_id;naam\r\n431878760;De Olijfboom\r\n';
const zipEntry = (name: string) => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(26), Buffer.from(name)]);

describe('R8 what a file is, by its first bytes', () => {
  it.each([
    ['text', Buffer.from(csv)],
    ['text', Buffer.from('"lrk_id";"naam"\n')],
    ['text', Buffer.from('naam;<b>\n')],
    ['text', Buffer.from('[naam];plaats\n')],
    ['text', Buffer.from('Oudega;\u0093\n', 'latin1')],
    ['empty', Buffer.alloc(0)],
    ['empty', Buffer.from(' \r\n\t\n')],
    ['html', Buffer.from('<!DOCTYPE html><html lang="nl">')],
    ['html', Buffer.from('\n\n  <!doctype HTML>')],
    ['html', Buffer.from('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">')],
    ['html', Buffer.from('<html><head><title>502 Bad Gateway</title>')],
    ['xml', Buffer.from('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')],
    ['json', Buffer.from('{"help": "…", "success": false}')],
    ['json', Buffer.from(' [ {"id": 1} ]')],
    ['json', Buffer.from('{}')],
    ['zip', zipEntry('vestigingen.csv')],
    ['spreadsheet', zipEntry('[Content_Types].xml')],
    ['spreadsheet', zipEntry('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')],
    ['spreadsheet', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['gzip', gzipSync(csv)],
    ['pdf', Buffer.from('%PDF-1.7\n')],
    ['binary', Buffer.from('\u0089PNG\u0002\u0003', 'latin1')],
    ['utf-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ['utf-16', Buffer.from(csv, 'utf16le')],
    ['utf-16', Buffer.from(`\ufeff${csv}`, 'utf16le').swap16()],
    ['utf-16', Buffer.from(csv, 'utf16le').swap16()],
  ])('%s: %j', (kind, head) => {
    expect(sniffKind(head)).toBe(kind);
  });
});
