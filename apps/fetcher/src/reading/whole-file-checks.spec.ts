import { FileRefused, refusalTitles } from './file-refused.js';
import { ByteInspector } from './inspect-bytes.js';
import { checkRowTotals, checkWholeFile, type FileExpectations } from './whole-file-checks.js';

const accept: FileExpectations = { judgeHeader: () => [] };

const check = (content: string | Buffer, expected = accept) => {
  const inspector = new ByteInspector();
  inspector.push(Buffer.from(content as string));
  return checkWholeFile(inspector.finish(), expected);
};

const refusal = (action: () => unknown): FileRefused => {
  try {
    action();
  } catch (error) {
    if (error instanceof FileRefused) return error;
    throw error;
  }
  throw new Error('the file was accepted');
};

describe('R8 a file that passes', () => {
  it('comes with its delimiter and header', () => {
    const layout = check('\ufeff"lrk_id";"naam, voluit"\r\n1;a\r\n');
    expect(layout).toMatchObject({ delimiter: ';', header: ['lrk_id', 'naam, voluit'] });
  });

  it('may end without a line break where the publisher does so', () => {
    expect(check('a,b\n1,2', { ...accept, finalNewline: 'optional' }).delimiter).toBe(',');
  });

  it('leaves columns without a name to who judges the header', () => {
    expect(check('a;;b;\n1;;2;\n').header).toEqual(['a', '', 'b', '']);
  });

  it('may come with a right length', () => {
    expect(check('a,b\n1,2\n', { ...accept, declaredBytes: 8 }).header).toEqual(['a', 'b']);
  });
});

describe('R8 a file that is refused before its first row is read', () => {
  const utf8ThenCp1252 = Buffer.concat([Buffer.from('naam;b\nÉ;ú\n'), Buffer.from('Caf\u00e9;x\n', 'latin1')]);

  it.each([
    ['0 bytes', '', 'EMPTY', 'Het bestand is leeg (0 bytes). Haal het bestand opnieuw op'],
    ['only blanks', ' \r\n\r\n', 'EMPTY', 'Het bestand bevat alleen witruimte.'],
    ['only a BOM', '\ufeff', 'EMPTY', 'Het bestand bevat alleen witruimte.'],
    ['a web page', '<!DOCTYPE html><html>\n', 'NOT_CSV', 'De bron gaf een webpagina in plaats van een CSV-bestand. Controleer het adres'],
    ['XML', '<?xml version="1.0"?><Error/>\n', 'NOT_CSV', 'De bron gaf een XML-bestand'],
    ['JSON', '{"error":"x"}\n', 'NOT_CSV', 'De bron gaf JSON, vaak een foutmelding, in plaats van'],
    ['a zip', 'PK\u0003\u0004data.csv', 'NOT_CSV', 'De bron gaf een zip-bestand in plaats van een CSV-bestand. Pak het uit'],
    ['a workbook', 'PK\u0003\u0004xl/workbook.xml', 'NOT_CSV', 'De bron gaf een werkmap'],
    ['a PDF', '%PDF-1.7', 'NOT_CSV', 'De bron gaf een PDF-bestand'],
    ['gzip', Buffer.of(0x1f, 0x8b, 8, 0), 'NOT_CSV', 'De bron gaf een gzip-bestand'],
    ['binary', Buffer.of(0x41, 1, 2, 3, 10), 'NOT_CSV', 'De bron gaf een binair bestand'],
    ['a sentence', 'Service Unavailable\n', 'NOT_CSV', 'De eerste regel, «Service Unavailable», is geen kopregel'],
    ['tabs', 'a\tb\n1\t2\n', 'NOT_CSV', 'geen puntkomma of komma'],
    ['an endless first line', `${'a;'.repeat(40_000)}\n`, 'NOT_CSV', 'De eerste regel is langer dan 64 kB'],
    ['an open quote in the header', 'a;"b\n1;2\n', 'NOT_CSV', 'op regel 1 wordt een aanhalingsteken geopend dat nergens sluit'],
    ['UTF-16', Buffer.from('\ufeffa;b\n1;2\n', 'utf16le'), 'ENCODING', 'Het bestand staat in UTF-16. Sla het op als UTF-8'],
    ['a NUL in the header', 'naam\0;b\n1;2\n', 'ENCODING', 'Op byte 4 (regel 1) staat een NUL-teken in de kopregel'],
    ['two encodings', utf8ThenCp1252, 'ENCODING', 'deels UTF-8 en deels niet, voor het eerst op byte 16 (regel 3)'],
    ['an unknown byte', Buffer.from('a;b\n\u0081;2\n', 'latin1'), 'ENCODING', 'Op byte 4 (regel 2) staat een teken dat in UTF-8 noch in'],
    ['a column twice', 'naam;b; Naam\n1;2;3\n', 'HEADER_CHANGED', 'De kolom « Naam» staat meer dan eens in de kopregel'],
    ['no line break at the end', 'a;b\n1;2\n3;4', 'TRUNCATED', 'Het bestand houdt op regel 3 op zonder regeleinde'],
  ] as const)('%s', (_, content, code, sentence) => {
    const refused = refusal(() => check(content as string));
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(sentence);
    expect(refused.title).toBe(refusalTitles[code]);
  });

  it('a length other than announced', () => {
    const refused = refusal(() => check('a;b\n1;2\n', { ...accept, declaredBytes: 1_857_646 }));
    expect(refused.code).toBe('TRUNCATED');
    expect(refused.message).toContain('De bron kondigde 1.857.646 bytes aan en er kwamen er 8.');
    expect(refused.details).toEqual({ declaredBytes: 1_857_646, bytes: 8 });
  });

  it('a header without the key column, as the source judges it', () => {
    const judgeHeader = (header: readonly string[]) =>
      header.includes('lrk_id') ? [] : [{ column: 'lrk_id', message: 'De kolom lrk_id ontbreekt.' }];
    expect(check('lrk_id;naam\n1;a\n', { judgeHeader }).header).toEqual(['lrk_id', 'naam']);
    const refused = refusal(() => check('id;naam\n1;a\n', { judgeHeader }));
    expect(refused.code).toBe('HEADER_CHANGED');
    expect(refused.message).toMatch(/^De kolom lrk_id ontbreekt\. Vraag de bron ernaar/);
    expect(refused.details).toEqual({ columns: ['lrk_id'] });
  });
});

describe('R8 a file that is refused for its rows', () => {
  it('when there are none', () => {
    const refused = refusal(() => checkRowTotals({ read: 0, bad: 0 }));
    expect(refused.code).toBe('EMPTY');
    expect(refused.message).toContain('alleen een kopregel');
  });

  it('when more than a tenth cannot be used', () => {
    expect(() => checkRowTotals({ read: 1000, bad: 100 })).not.toThrow();
    const refused = refusal(() => checkRowTotals({ read: 1000, bad: 101 }));
    expect(refused.code).toBe('TOO_MANY_BAD_ROWS');
    expect(refused.message).toContain('Niet te lezen: 101 van de 1.000 rijen, meer dan 10%.');
    expect(refused.details).toEqual({ bad: 101, read: 1000 });
  });
});
