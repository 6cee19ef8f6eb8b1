import fc from 'fast-check';
import { resolveHeader } from './header.js';
import type { Column } from './source.js';

const columns: readonly Column[] = [
  { name: 'VESTIGINGSCODE', aliases: ['VESTIGINGSNUMMER'], use: 'key', required: true },
  { name: 'VESTIGINGSNAAM', use: 'mapped', required: true },
  { name: 'VAKANTIEREGIO', use: 'mapped' },
  { name: 'RPA-GEBIED CODE', use: 'ignored', why: 'Regio-indeling.' },
];

describe('resolveHeader', () => {
  it('finds columns by name, wherever they stand', () => {
    const { positions, refusals, notes } = resolveHeader(columns, ['RPA-GEBIED CODE', 'VESTIGINGSNAAM', 'VESTIGINGSCODE']);
    expect([...positions]).toEqual([['VESTIGINGSNAAM', 1], ['VESTIGINGSCODE', 2]]);
    expect([refusals, notes]).toEqual([[], []]);
  });

  it.each([
    ['another case', ['vestigingscode', 'Vestigingsnaam']],
    ['blanks around it', [' VESTIGINGSCODE ', 'VESTIGINGSNAAM\t']],
    ['a BOM before it', ['\ufeffVESTIGINGSCODE', 'VESTIGINGSNAAM']],
    ['its earlier name', ['VESTIGINGSNUMMER', 'VESTIGINGSNAAM']],
  ])('knows a column under %s', (_, header) => {
    const { positions, refusals, notes } = resolveHeader(columns, header);
    expect(positions.get('VESTIGINGSCODE')).toBe(0);
    expect([refusals, notes]).toEqual([[], []]);
  });

  it('does without a column that is not required', () => {
    const { positions } = resolveHeader(columns, ['VESTIGINGSCODE', 'VESTIGINGSNAAM']);
    expect(positions.has('VAKANTIEREGIO')).toBe(false);
  });

  it('gives no position to a column that is ignored', () => {
    const { positions } = resolveHeader(columns, ['VESTIGINGSCODE', 'VESTIGINGSNAAM', 'RPA-GEBIED CODE']);
    expect(positions.has('RPA-GEBIED CODE')).toBe(false);
  });

  it('R8 refuses a file without a required column and names the one that looks like it', () => {
    const { refusals, notes } = resolveHeader(columns, ['VESTIGINGSCODE', 'VESTIGINGS NAAM.', 'VAKANTIEREGIO']);
    expect(refusals).toEqual([
      {
        kind: 'missing',
        column: 'VESTIGINGSNAAM',
        nearest: 'VESTIGINGS NAAM.',
        message: 'Kolom "VESTIGINGSNAAM" ontbreekt in het bestand. Het bestand heeft wel "VESTIGINGS NAAM.".',
      },
    ]);
    expect(notes).toMatchObject([{ kind: 'unknown', column: 'VESTIGINGS NAAM.', nearest: 'VESTIGINGSNAAM' }]);
  });

  it('refuses a file whose header line is missing: its first row holds no column', () => {
    const { refusals } = resolveHeader(columns, ['00AP00', 'De Regenboog', 'Noord']);
    expect(refusals.map(({ column }) => column)).toEqual(['VESTIGINGSCODE', 'VESTIGINGSNAAM']);
    expect(refusals[0]?.message).toBe('Kolom "VESTIGINGSCODE" ontbreekt in het bestand.');
  });

  it('refuses a file in which another delimiter made one column of all', () => {
    expect(resolveHeader(columns, ['VESTIGINGSCODE,VESTIGINGSNAAM']).refusals).toHaveLength(2);
  });

  it.each([
    ['one name twice', ['VESTIGINGSCODE', 'VESTIGINGSNAAM', 'vestigingsnaam'], 'VESTIGINGSNAAM'],
    ['the old and the new name', ['VESTIGINGSNUMMER', 'VESTIGINGSNAAM', 'VESTIGINGSCODE'], 'VESTIGINGSNUMMER'],
    ['an unknown name twice', ['VESTIGINGSCODE', 'VESTIGINGSNAAM', 'Extra', 'EXTRA'], 'Extra'],
  ])('refuses a file with %s', (_, header, column) => {
    const message = `Kolom "${column}" komt meer dan eens voor in het bestand.`;
    expect(resolveHeader(columns, header).refusals).toContainEqual({ kind: 'duplicate', column, message });
  });

  it('names a column three times over only once', () => {
    const header = ['VESTIGINGSCODE', 'VESTIGINGSNAAM', 'VESTIGINGSNAAM', 'VESTIGINGSNAAM'];
    expect(resolveHeader(columns, header).refusals).toHaveLength(1);
  });

  it('R5 notes a column that the source does not list, and goes on', () => {
    const { refusals, notes } = resolveHeader(columns, ['VESTIGINGSCODE', 'VESTIGINGSNAAM', 'KVK', '']);
    expect(refusals).toEqual([]);
    expect(notes).toEqual([
      { kind: 'unknown', column: 'KVK', message: 'Kolom "KVK" is onbekend bij deze bron en wordt genegeerd.' },
      { kind: 'unknown', column: '', message: 'Kolom 4 heeft geen naam en wordt genegeerd.' },
    ]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('takes a column named %s for just another name', (name) => {
    const { positions, notes } = resolveHeader(columns, [name, 'VESTIGINGSCODE', 'VESTIGINGSNAAM']);
    expect(positions.size).toBe(2);
    expect(notes).toMatchObject([{ column: name }]);
  });

  it('never throws, and every name of the file is found, noted or refused', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...columns.map((column) => column.name), ''));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 12 }), (header) => {
        const { positions, refusals, notes } = resolveHeader(columns, header);
        for (const at of positions.values()) expect(at).toBeLessThan(header.length);
        for (const finding of [...refusals, ...notes]) expect(finding.message).not.toBe('');
        expect(positions.has('VESTIGINGSCODE')).toBe(!refusals.some(({ kind, column }) => kind === 'missing' && column === 'VESTIGINGSCODE'));
      }),
    );
  });
});
