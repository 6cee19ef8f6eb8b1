import fc from 'fast-check';
import { normaliseEmail } from './email.js';

describe('normaliseEmail', () => {
  it.each([
    ['info@x.nl', 'info@x.nl'],
    [' Info@Kinderopvang.NL ', 'Info@kinderopvang.nl'],
    ['mailto:jan.de_boer+bso@a-b.school', 'jan.de_boer+bso@a-b.school'],
  ])('reads %j', (given, then) => expect(normaliseEmail(given)).toBe(then));

  it.each([
    '', '@', 'info', 'info@', '@x.nl', 'info@x', 'a@x.nl b@x.nl', 'a@x.nl;b@x.nl', 'a@x.nl,b@x.nl', 'Jan <a@x.nl>', '"jan de boer"@x.nl',
    'a@x.nl\r\nBcc: b@x.nl', 'a@@x.nl', 'a..b@x.nl', '.a@x.nl', 'a@x..nl', 'a@-x.nl', "'info@x.nl'", `${'a'.repeat(65)}@x.nl`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(20)}.nl`, 'a@127.0.0.1',
  ])('refuses %j', (given) => expect(normaliseEmail(given)).toBeUndefined());

  it('changes nothing the second time, and gives one plain address or nothing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (text) => {
        const address = normaliseEmail(text);
        if (address === undefined) return;
        expect(address).toMatch(/^[^\s@,;<>"']+@[a-z0-9.-]+$/);
        expect(address.length).toBeLessThanOrEqual(254);
        expect(normaliseEmail(address)).toBe(address);
      }),
    );
  });
});
