import fc from 'fast-check';
import { addressSchema, domainOf } from './address.js';

describe('a mail address (RELIABILITY §0 fact 11)', () => {
  it.each(['jan@voorbeeld.nl', "o'brien+gids@mail.voorbeeld.nl", 'beheerder@gids.localhost'])('%s is one', (address) => {
    expect(addressSchema.parse(address)).toBe(address);
  });

  it('has its domain in lower case, its first part as it was written', () => {
    expect(addressSchema.parse('Jan@Voorbeeld.NL')).toBe('Jan@voorbeeld.nl');
    expect(domainOf(addressSchema.parse('Jan@voorbeeld.nl'))).toBe('voorbeeld.nl');
  });

  it.each([
    ['a line end with a command', 'b@x.nl\r\nRCPT TO:<evil@x.nl>'],
    ['a line end after it', 'jan@voorbeeld.nl\n'],
    ['two of them', 'a@x.nl, evil@y.nl'],
    ['a display name', 'Jan <jan@voorbeeld.nl>'],
    ['a quoted first part', '"jan smit"@voorbeeld.nl'],
    ['a comment', 'jan(baas)@voorbeeld.nl'],
    ['a route', '@relay.nl:jan@voorbeeld.nl'],
    ['a percent route', 'jan%evil.nl@voorbeeld.nl'],
    ['no domain', 'jan'],
    ['a domain of one word', 'root@localhost'],
    ['an address instead of a domain', 'jan@[127.0.0.1]'],
    ['65 characters before the @', `${'j'.repeat(65)}@voorbeeld.nl`],
    ['255 characters', `jan@${`${'v'.repeat(49)}.`.repeat(5)}n`.padEnd(255, 'n')],
  ])('is refused with %s', (_what, text) => {
    expect(addressSchema.safeParse(text).success).toBe(false);
  });

  it('never lets through a character that means something in a mail header or command', () => {
    const spiced = fc.tuple(fc.string(), fc.constantFrom('\r', '\n', ',', ';', '<', '>', '"', '\\', ' ', ':', '(', '\0'), fc.string());
    fc.assert(
      fc.property(spiced, ([before, character, after]) => {
        expect(addressSchema.safeParse(`${before}${character}${after}@voorbeeld.nl`).success).toBe(false);
        expect(addressSchema.safeParse(`jan@${before}${character}${after}.nl`).success).toBe(false);
      }),
    );
  });
});
