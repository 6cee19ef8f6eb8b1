import { organisationKinds, type Address, type OrganisationContent, type OrganisationKind } from '@gids/contracts';
import fc from 'fast-check';
import { school } from '../testing/test-source.js';
import { validateOrganisation } from './validation.js';

const labels = (organisation: OrganisationContent) => validateOrganisation(organisation).map(({ field }) => field);
const withAddress = (kind: OrganisationKind, visitAddress: Partial<Address> | undefined): OrganisationContent => {
  const { visitAddress: complete, ...rest } = school('00ZA00');
  return { ...rest, kind, ...(visitAddress && { visitAddress: visitAddress as Address, postalAddress: complete }) } as OrganisationContent;
};
const complete: Address = { street: 'Proefstraat', houseNumber: 13, postcode: '9311AB', town: 'Nietap' };
const without = (part: keyof Address) => Object.fromEntries(Object.entries(complete).filter(([name]) => name !== part));

const visited = organisationKinds.filter((kind) => kind !== 'CHILDMINDER');

describe('validation at saving (R26)', () => {
  it.each(organisationKinds)('given a complete %s, then nothing is wrong', (kind) => {
    expect(validateOrganisation(withAddress(kind, complete))).toEqual([]);
  });

  it.each(visited)('given a %s without an address, then every part of it is missing', (kind) => {
    expect(labels(withAddress(kind, undefined))).toEqual(['Straat', 'Huisnummer', 'Postcode', 'Plaats']);
  });

  it('N34 given a childminder without an address, then nothing is wrong: a home is not for the public', () => {
    expect(validateOrganisation(withAddress('CHILDMINDER', undefined))).toEqual([]);
  });

  it.each([
    ['street', 'Straat'],
    ['houseNumber', 'Huisnummer'],
    ['postcode', 'Postcode'],
    ['town', 'Plaats'],
  ] as const)('given an address without %s, then "%s: verplicht veld is leeg."', (part, label) => {
    expect(validateOrganisation(withAddress('PRIMARY_SCHOOL', without(part)))).toEqual([
      { severity: 'error', code: 'mandatoryFieldEmpty', field: label, value: '', message: `${label}: verplicht veld is leeg.` },
    ]);
  });

  it('given a name of blanks only, then the name is missing, for every kind', () => {
    for (const kind of organisationKinds) expect(labels({ ...withAddress(kind, complete), name: ' \t ' })).toEqual(['Naam']);
  });

  it('does not ask for optional fields: a letter, an addition, a postal address, phone, e-mail or site', () => {
    const { kind, name, visitAddress, identifiers, attributes } = school('00ZA00');
    expect(validateOrganisation({ kind, name, identifiers, attributes, ...(visitAddress && { visitAddress }) })).toEqual([]);
  });

  it('reports each missing part once, as an error, for any part of an address', () => {
    const parts = fc.subarray(Object.keys(complete) as (keyof Address)[]);
    fc.assert(
      fc.property(parts, fc.constantFrom(...visited), (kept, kind) => {
        const address = Object.fromEntries(kept.map((part) => [part, complete[part]]));
        const issues = validateOrganisation(withAddress(kind, address));
        expect(issues).toHaveLength(4 - kept.length);
        expect(new Set(issues.map(({ field }) => field)).size).toBe(issues.length);
        expect(issues.every(({ severity }) => severity === 'error')).toBe(true);
      }),
    );
  });
});
