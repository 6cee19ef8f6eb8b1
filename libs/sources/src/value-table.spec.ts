import fc from 'fast-check';
import { eachOf, oneOf } from './value-table.js';

const level = { VBO: 'vbo', MAVO: 'mavo', 'Hindoeïstisch': 'h' };

describe('oneOf', () => {
  const table = oneOf(level);

  it.each(['MAVO', 'mavo', ' Mavo ', 'MAVO\u00a0'])('finds %j', (value) => expect(table(value)).toBe('mavo'));

  it('finds a value without its accents', () => expect(table('HINDOEISTISCH')).toBe('h'));

  it.each(['', 'VMBO', 'MAVO/VBO', 'constructor', '__proto__', 'toString'])('does not know %j', (value) => expect(table(value)).toBeUndefined());
});

describe('eachOf', () => {
  const table = eachOf(level, '/');

  it.each([
    ['VBO', 'vbo'],
    ['VBO/MAVO', 'vbo/mavo'],
    ['vbo / mavo', 'vbo/mavo'],
  ])('reads %s as %s', (value, meaning) => expect(table(value)).toBe(meaning));

  it.each(['', '/', 'VBO/', 'VBO/LWOO', 'VBO,MAVO'])('does not know %j: all parts must be known', (value) =>
    expect(table(value)).toBeUndefined(),
  );

  it('knows every combination of what it knows', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(level)), { minLength: 1 }), (parts) => {
        expect(table(parts.join('/'))?.split('/')).toHaveLength(parts.length);
      }),
    );
  });
});
