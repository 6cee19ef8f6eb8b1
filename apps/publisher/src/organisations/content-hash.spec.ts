import { isDeepStrictEqual } from 'node:util';
import type { OrganisationContent } from '@gids/contracts';
import fc from 'fast-check';
import { school } from '../testing/test-source.js';
import { contentHash } from './content-hash.js';

const text = fc.string({ minLength: 1, maxLength: 12 });
const address = fc.record({ street: text, town: text, houseNumber: fc.integer({ min: 1, max: 99 }) }, { requiredKeys: ['street', 'town'] });
const contents = fc.record(
  {
    kind: fc.constantFrom('PRIMARY_SCHOOL', 'DAY_CARE'),
    name: text,
    visitAddress: address,
    postalAddress: address,
    phone: fc.constantFrom('0591659840', '0201234567'),
    identifiers: fc.array(fc.record({ scheme: fc.constantFrom('BRIN', 'LRK'), value: text }), { maxLength: 3 }),
    attributes: fc.dictionary(text, text, { maxKeys: 4 }),
  },
  { requiredKeys: ['kind', 'name', 'identifiers', 'attributes'] },
) as fc.Arbitrary<OrganisationContent>;

/** The same content, with the fields of every object in the opposite order. */
function turned<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(turned) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).toReversed().map(([key, inner]) => [key, turned(inner)])) as Value;
}

const plain = (content: OrganisationContent): unknown => JSON.parse(JSON.stringify(content));

describe('the hash of a content', () => {
  it('does not depend on the order of fields, at any depth', () => {
    fc.assert(fc.property(contents, (content) => expect(contentHash(turned(content))).toBe(contentHash(content))));
  });

  it('survives the way through JSON', () => {
    fc.assert(fc.property(contents, (content) => expect(contentHash(JSON.parse(JSON.stringify(content)))).toBe(contentHash(content))));
  });

  it('is equal exactly where the contents are', () => {
    const pair = fc.tuple(contents, contents).chain(([one, other]) => fc.constantFrom([one, turned(one)] as const, [one, other] as const));
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(contentHash(one) === contentHash(other)).toBe(isDeepStrictEqual(plain(one), plain(other)));
      }),
    );
  });

  it.each<[string, Partial<OrganisationContent>]>([
    ['a name', { name: 'Basisschool Anders' }],
    ['an attribute', { attributes: { denomination: 'Rooms-Katholiek' } }],
    ['an attribute more', { attributes: { denomination: 'Openbaar', province: 'Drenthe' } }],
    ['the order of identifiers', { identifiers: [{ scheme: 'VESTIGING', value: '00ZA00' }, { scheme: 'BRIN', value: '00ZA' }] }],
    ['a letter of the house number', { visitAddress: { street: 'Proefstraat', houseNumber: 13, houseLetter: 'A', postcode: '9311AB', town: 'Nietap' } }],
  ])('differs with %s', (_, change) => {
    const content = { ...school('00ZA00'), identifiers: [{ scheme: 'BRIN' as const, value: '00ZA' }, { scheme: 'VESTIGING' as const, value: '00ZA00' }] };
    expect(contentHash({ ...content, ...change })).not.toBe(contentHash(content));
  });
});
