import fc from 'fast-check';
import { normalisePostcode } from './postcode.js';

describe('normalisePostcode', () => {
  it.each(['9306 TC', '9306TC', '9306tc', '9306  TC', ' 9306-tc ', '9306\u00a0TC'])('reads %j', (given) =>
    expect(normalisePostcode(given)).toBe('9306TC'),
  );

  it.each(['', ' ', '0000XX', '0306 TC', '9306', '9306 T', '93066 TC', 'B-1000', '9306 TCX', '1,23E+09', 'TC 9306'])(
    'refuses %j',
    (given) => expect(normalisePostcode(given)).toBeUndefined(),
  );

  it('gives back every postcode it gave, and nothing of another shape', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9]{4} ?[A-Za-z]{2}$/)), (text) => {
        const postcode = normalisePostcode(text);
        if (postcode === undefined) return;
        expect(postcode).toMatch(/^[1-9][0-9]{3}[A-Z]{2}$/);
        expect(normalisePostcode(postcode)).toBe(postcode);
      }),
    );
  });
});
