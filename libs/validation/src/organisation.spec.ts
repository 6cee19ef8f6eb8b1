import { organisationKinds, type Address, type OrganisationContent, type OrganisationKind } from '@gids/contracts';
import fc from 'fast-check';
import { validateOrganisation } from './organisation.js';

const labels = (organisation: OrganisationContent) => validateOrganisation(organisation).map(({ field }) => field);
const complete: Address = { street: 'Proefstraat', houseNumber: 13, postcode: '9311AB', town: 'Nietap' };
const school = { name: 'Basisschool 00ZA00', phone: '0591659840', identifiers: [], attributes: {} };
const withAddress = (kind: OrganisationKind, visitAddress: Partial<Address> | undefined): OrganisationContent => ({
  ...school,
  kind,
  ...(visitAddress && { visitAddress: visitAddress as Address, postalAddress: complete }),
});
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
    const { name, identifiers, attributes } = school;
    expect(validateOrganisation({ kind: 'PRIMARY_SCHOOL', name, identifiers, attributes, visitAddress: complete })).toEqual([]);
  });

  it.each(['info@regenboog', 'info regenboog.nl', 'a@b.nl, c@d.nl'])('R26 given «%s» as e-mail, then "geen geldig e-mailadres"', (email) => {
    expect(validateOrganisation({ ...withAddress('LIBRARY', complete), email })).toMatchObject([
      { severity: 'error', code: 'incorrectValue', field: 'E-mailadres', value: email, message: `E-mailadres: "${email}" is geen geldig e-mailadres.` },
    ]);
  });

  it.each(['javascript:alert(1)', 'bibliotheek', 'ftp://bieb.nl', `https://bieb.nl/${'x'.repeat(600)}`])('R26 given «%s» as site, then "geen geldig webadres"', (website) => {
    const [issue, ...others] = validateOrganisation({ ...withAddress('LIBRARY', complete), website });
    expect(issue).toMatchObject({ code: 'incorrectValue', field: 'Website', value: website.slice(0, 200) });
    expect(others).toEqual([]);
  });

  it('R26 given a site without a scheme, then nothing is wrong', () => {
    expect(validateOrganisation({ ...withAddress('LIBRARY', complete), website: 'www.bieb.nl', email: 'Info@Bieb.nl' })).toEqual([]);
  });

  it('R26 given a stretch that closes before or when it opens, then it is named by its day', () => {
    const openingHours = [
      { day: 'MONDAY', opens: '09:00', closes: '17:00' },
      { day: 'TUESDAY', opens: '17:00', closes: '09:00' },
      { day: 'FRIDAY', opens: '10:00', closes: '10:00' },
    ] as const;
    expect(validateOrganisation({ ...withAddress('LIBRARY', complete), openingHours: [...openingHours] }).map(({ message }) => message)).toEqual([
      'Openingstijden: op dinsdag is de sluitingstijd 09:00 niet later dan de openingstijd 17:00.',
      'Openingstijden: op vrijdag is de sluitingstijd 10:00 niet later dan de openingstijd 10:00.',
    ]);
  });

  it('given parts of blanks only, then they are missing', () => {
    expect(labels(withAddress('LIBRARY', { ...complete, street: ' ', town: '\t' }))).toEqual(['Straat', 'Plaats']);
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
