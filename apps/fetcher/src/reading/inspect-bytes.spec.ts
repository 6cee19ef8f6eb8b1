import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { FileFacts } from './file-facts.js';
import { ByteInspector, inspectBytes } from './inspect-bytes.js';

const facts = (content: string | Buffer, chunk = Number.MAX_SAFE_INTEGER): FileFacts => {
  const bytes = Buffer.from(content as string);
  const inspector = new ByteInspector();
  for (let at = 0; at < bytes.length; at += chunk) inspector.push(bytes.subarray(at, at + chunk));
  return inspector.finish();
};
const cp1252 = (text: string) => Buffer.from(text.replaceAll('’', '\u0092').replaceAll('€', '\u0080'), 'latin1');

describe('what is learned of a file in one pass', () => {
  it('R8 tells size, hash, lines and end', () => {
    const content = 'a;b\r\n1;2\r\n3;4';
    expect(facts(content)).toEqual({
      sha256: createHash('sha256').update(content).digest('hex'),
      bytes: 13,
      lines: 3,
      kind: 'text',
      encoding: 'utf-8',
      bomBytes: 0,
      endsWithNewline: false,
      headerLine: 'a;b',
    });
  });

  it.each([
    ['a;b\r\n1;2\r\n', 2, true],
    ['a;b\n1;2\n', 2, true],
    ['a;b\r1;2\r', 2, true],
    ['a;b\r1;2', 2, false],
    ['', 0, false],
  ])('R8 counts the lines of %j', (content, lines, endsWithNewline) => {
    expect(facts(content)).toMatchObject({ lines, endsWithNewline });
  });

  it.each([
    ['after a BOM', '\ufeff"naam";plaats\r\n', '"naam";plaats'],
    ['after blank lines', '\r\n\nnaam;plaats\n', 'naam;plaats'],
    ['without a line end', 'naam;plaats', 'naam;plaats'],
  ])('R5 finds the header line %s', (_, content, headerLine) => {
    expect(facts(content).headerLine).toBe(headerLine);
  });

  it('R5 reads the header line in windows-1252 when the file is', () => {
    expect(facts(cp1252('denominatié;b\nx;y\n'))).toMatchObject({ encoding: 'windows-1252', headerLine: 'denominatié;b' });
  });

  it('R8 takes no line beyond 64 KiB for a header', () => {
    expect(facts(`${'a;'.repeat(40_000)}\n`).headerLine).toBeUndefined();
    expect(facts('a;'.repeat(40_000)).headerLine).toBeUndefined();
  });

  it('reads kept bytes as well as bytes that arrive', async () => {
    async function* kept() {
      yield Buffer.from('a;b\n1;');
      yield Buffer.from('2\n');
    }
    expect(await inspectBytes(kept())).toEqual(facts('a;b\n1;2\n'));
  });

  it('does not depend on how the bytes are cut into chunks', () => {
    const pieces = fc.constantFrom('a', ';', '\r\n', '\n', '\0', 'é', '’', '€', '😀', '\ufeff', '<html>');
    const anyBytes = fc.oneof(
      fc.array(pieces).map((parts) => Buffer.from(parts.join(''))),
      fc.array(pieces).map((parts) => cp1252(parts.join(''))),
      fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(anyBytes, fc.integer({ min: 1, max: 7 }), (bytes, chunk) => {
        expect(facts(bytes, chunk)).toEqual(facts(bytes));
      }),
      { numRuns: 500 },
    );
  });
});

describe('R5 the encoding is judged over the whole file', () => {
  it.each([
    ['plain ASCII', Buffer.from('a;b\n1;2\n'), 'utf-8', 0],
    ['UTF-8', Buffer.from('naam;plaats\nÉcole;Súdwest\n'), 'utf-8', 0],
    ['UTF-8 with BOM', Buffer.from('\ufeffnaam;plaats\nÉcole;Súdwest\n'), 'utf-8', 3],
    ['windows-1252', cp1252('naam;plaats\nKindcentrum ’t Kompas;Súdwest\n'), 'windows-1252', 0],
    ['windows-1252 behind a UTF-8 BOM', Buffer.concat([Buffer.from('\ufeffnaam;b\n'), cp1252('’t Kompas;é\n')]), 'windows-1252', 3],
    ['windows-1252 with a chance pair', cp1252('naam;b\nÉ’S;é\n'), 'windows-1252', 0],
  ])('%s', (_, bytes, encoding, bomBytes) => {
    const found = facts(bytes);
    expect(found).toMatchObject({ encoding, bomBytes });
    expect(found.encodingFault).toBeUndefined();
  });

  it('sees one windows-1252 byte a megabyte down', () => {
    const bytes = Buffer.concat([Buffer.from('naam;b\n'), Buffer.alloc(1_000_000, 'x;y\n'), cp1252('’t Kompas;b\n')]);
    expect(facts(bytes, 65_536).encoding).toBe('windows-1252');
  });

  it('agrees with the platform on what is UTF-8', () => {
    const isStrict = (bytes: Uint8Array) => {
      try {
        new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        return true;
      } catch {
        return false;
      }
    };
    const nearUtf8 = fc.array(fc.constantFrom(0x41, 0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xed, 0xa0, 0xf0, 0x9f, 0x98, 0x80, 0xff));
    fc.assert(
      fc.property(nearUtf8, fc.integer({ min: 1, max: 4 }), (bytes, chunk) => {
        expect(facts(Buffer.from(bytes), chunk).encoding === 'utf-8').toBe(isStrict(Uint8Array.from(bytes)));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([1, 2, 3, 64])('names the byte and line of the first fault, in chunks of %i', (chunk) => {
    const sound = Buffer.from('naam;b\nÉcole;Súdwest\n');
    const bytes = Buffer.concat([sound, cp1252('Café;x\n')]);
    const place = { byte: sound.length + 3, line: 3 };
    expect(facts(bytes, chunk).encodingFault).toEqual({ reason: 'mixed', place });
  });

  it('names the fault of a sequence that the end cuts off', () => {
    const bytes = Buffer.from('naam;b\nÉcole;Súdwest\nx;€');
    const cut = bytes.subarray(0, -1);
    expect(facts(cut, 5).encodingFault).toEqual({ reason: 'mixed', place: { byte: bytes.length - 3, line: 3 } });
  });

  it.each([0x81, 0x8d, 0x8f, 0x90, 0x9d])('names the byte %i, which windows-1252 does not define', (byte) => {
    const bytes = Buffer.concat([Buffer.from('naam;b\nx'), Buffer.of(byte), Buffer.from(';y\n')]);
    expect(facts(bytes).encodingFault).toEqual({ reason: 'undefinedByte', place: { byte: 8, line: 2 } });
  });

  it('refuses a NUL in the header but leaves one further down to its row', () => {
    expect(facts('na\0am;b\nx;y\n').encodingFault).toEqual({ reason: 'nul', place: { byte: 2, line: 1 } });
    const below = facts('naam;b\nx;\0\n');
    expect(below.encodingFault).toBeUndefined();
    expect(below.firstNul).toEqual({ byte: 9, line: 2 });
  });
});
