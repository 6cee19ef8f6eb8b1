import fc from 'fast-check';
import { normalisePhone } from './phone.js';

describe('normalisePhone', () => {
  it.each([
    '0203446130', '020-3446130', '020 344 61 30', '(020) 3446130', '020.344.6130', '+31203446130', '+31 (0)20 3446130',
    '0031203446130', '0031 (0)20-3446130', 'tel. 020-3446130', 'Tel: 0203446130', 'Telefoon 020 3446130', "020-3446130'",
  ])('reads %j', (given) => expect(normalisePhone(given)).toBe('0203446130'));

  it.each([
    '', ' ', '0528266', '06-29116330 / 020-3375071', '+32 2 123 45 67', '0800-1234', '0900-1234567', '0000000000',
    '1,23E+09', '020-344613O', '0203446130 tst 12', '5'.repeat(40), 'onbekend',
  ])('refuses %j', (given) => expect(normalisePhone(given)).toBeUndefined());

  it('reads every notation of one number as that number', () => {
    const notation = fc.constantFrom(
      (n: string) => n,
      (n: string) => `+31${n.slice(1)}`,
      (n: string) => `0031 (0)${n.slice(1)}`,
      (n: string) => `tel. ${n.slice(0, 3)}-${n.slice(3)}`,
    );
    fc.assert(
      fc.property(fc.stringMatching(/^0[1-9][0-9]{8}$/), notation, (digits, write) => {
        fc.pre(!/^003?1/.test(digits));
        expect(normalisePhone(write(digits))).toBe(digits);
      }),
    );
  });

  it('gives ten digits or nothing, whatever goes in', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(normalisePhone(text) ?? '0101234567').toMatch(/^0[1-9][0-9]{8}$/)));
  });
});
