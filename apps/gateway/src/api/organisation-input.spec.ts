import { identifierSchemes, organisationContentSchema, organisationKinds, weekdays, type OrganisationContent } from '@gids/contracts';
import fc from 'fast-check';
import { directoryOrganisationExample } from './directory-examples.js';
import { organisationInputSchema, toOrganisationContent } from './organisation-input.js';
import { toOrganisationFacts } from './organisation.js';

const written = (maxLength: number) => fc.stringMatching(/^[A-Za-zÀ-ÿ0-9' .-]+$/).map((value) => value.slice(0, maxLength));
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const address = fc.record({
  street: written(200),
  houseNumber: optional(fc.integer({ min: 1, max: 9_999 })),
  houseLetter: optional(fc.constantFrom('A', 'Z')),
  houseNumberAddition: optional(written(20)),
  postcode: optional(fc.constantFrom('7822HG', '1000AA')),
  town: written(200),
});
const hours = fc.record({ day: fc.constantFrom(...weekdays), opens: fc.constantFrom('00:00', '08:30'), closes: fc.constantFrom('17:00', '23:59') });
const content: fc.Arbitrary<OrganisationContent> = fc.record({
  kind: fc.constantFrom(...organisationKinds),
  name: written(500),
  visitAddress: optional(address),
  postalAddress: optional(address),
  phone: optional(fc.constant('0591659840')),
  email: optional(written(254)),
  website: optional(written(500)),
  openingHours: optional(fc.array(hours, { minLength: 1, maxLength: 5 })),
  description: optional(written(1_000)),
  identifiers: fc.array(fc.record({ scheme: fc.constantFrom(...identifierSchemes), value: written(40) }), { maxLength: 3 }),
  attributes: fc.dictionary(fc.constantFrom('denomination', 'capacity', 'shelfLength'), written(500)),
});

describe('what a person enters of an organisation', () => {
  it('may be what was read, and means the same', () => {
    fc.assert(
      fc.property(content, (given) => {
        expect(toOrganisationContent(organisationInputSchema.parse(toOrganisationFacts(given)))).toEqual(given);
      }),
    );
  });

  it('is always something that the publisher takes', () => {
    fc.assert(
      fc.property(content, (given) => {
        const entered = organisationInputSchema.parse(toOrganisationFacts(given));
        expect(organisationContentSchema.safeParse(toOrganisationContent(entered)).success).toBe(true);
      }),
    );
  });

  it('may leave out all that is optional', () => {
    expect(toOrganisationContent(organisationInputSchema.parse({ naam: 'De Vlinder', soort: 'bibliotheek' }))).toEqual({
      kind: 'LIBRARY',
      name: 'De Vlinder',
      identifiers: [],
      attributes: {},
    });
  });

  it('R12 cannot bring anything that an organisation does not have', () => {
    const facts = toOrganisationFacts(directoryOrganisationExample.organisation);
    expect(organisationInputSchema.safeParse({ ...facts, gidsId: 5 }).success).toBe(false);
  });
});
