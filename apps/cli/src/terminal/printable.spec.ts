import fc from 'fast-check';
import { cut, printable, widthOf } from './printable.js';

describe('printable', () => {
  it('takes the power over the terminal from a name out of a source file', () => {
    expect(printable('De\u001B[2J Regen\u202Eboog\r\n')).toBe('De [2J Regen boog');
  });

  it('keeps a name with accents as it is, composed', () => {
    expect(printable('Basisschool ’t Coe\u0308lho')).toBe('Basisschool ’t Coëlho');
  });

  it('never leaves a character that breaks a line or a column', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(printable(text)).not.toMatch(/[\p{Cc}\u2028\u2029]/u)));
  });
});

describe('cut', () => {
  it('marks with an ellipsis what was left out', () => {
    expect(cut('Openbare Basisschool', 9)).toBe('Openbare…');
  });

  it('never takes more columns than it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, width) =>
        expect(widthOf(cut(text, width))).toBeLessThanOrEqual(width),
      ),
    );
  });
});
