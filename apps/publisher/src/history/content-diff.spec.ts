import fc from 'fast-check';
import { school } from '../testing/test-source.js';
import { changedSentence, contentDiff } from './content-diff.js';

const before = { ...school('16AH00'), phone: '0591659840' };

describe('what differs between two contents (R75, R99)', () => {
  it('R99 is told by field, old and new', () => {
    const after = { ...before, phone: '0591659841', visitAddress: { street: 'Kerkstraat', houseNumber: 3, houseLetter: 'A', postcode: '9311AC', town: 'Nietap' } };
    expect(changedSentence(contentDiff(before, after))).toBe(
      'Gegevens gewijzigd: telefoon 0591659840 → 0591659841; bezoekadres Proefstraat 13, 9311AB Nietap → Kerkstraat 3A, 9311AC Nietap.',
    );
  });

  it('tells what came and what went', () => {
    const { phone, ...without } = before;
    expect(contentDiff(without, before)).toEqual([{ key: 'phone', field: 'telefoon', after: phone }]);
    expect(changedSentence(contentDiff(before, without))).toBe('Gegevens gewijzigd: telefoon 0591659840 → leeg.');
  });

  it('leaves parts of an address out that are not there', () => {
    const short = { ...before, visitAddress: { street: 'Dorp', town: 'Nietap' } };
    expect(contentDiff(before, short)).toEqual([{ key: 'visitAddress', field: 'bezoekadres', before: 'Proefstraat 13, 9311AB Nietap', after: 'Dorp, Nietap' }]);
  });

  it('A9 is nothing between equal contents, in whatever order their fields stand', () => {
    const content = fc.record({ phone: fc.constantFrom('0101234567', '0201234567'), attributes: fc.dictionary(fc.constantFrom('a', 'b'), fc.string()) });
    fc.assert(
      fc.property(content, (different) => {
        const one = { ...before, ...different };
        const turned = Object.fromEntries(Object.entries(one).toReversed()) as typeof one;
        expect(contentDiff(one, turned)).toEqual([]);
      }),
    );
  });
});
