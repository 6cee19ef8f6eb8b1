import type { SourceFields } from '../source.js';
import { deregistration, mapChildcare } from './mapping.js';

const withoutType: SourceFields = {
  lrk_id: '100000001',
  status: 'Ingeschreven',
  actuele_naam_oko: "'t Lieveheersbeestje",
  opvanglocatie_adres: 'Proefhoffstraat 32',
  opvanglocatie_postcode: '1018ZL',
  opvanglocatie_woonplaats: 'Amsterdam',
};
const dayCare: SourceFields = { ...withoutType, type_oko: 'KDV' };

describe('mapChildcare', () => {
  it.each([
    ['KDV', 'DAY_CARE', true],
    ['BSO', 'AFTER_SCHOOL_CARE', true],
    ['GOB', 'CHILDMINDER_AGENCY', true],
    ['PSZ', 'PLAYGROUP', true],
    ['VGO', 'CHILDMINDER', false],
  ])('R5 N34 maps type %s to %s, to be shown: %s', (type_oko, kind, makeVisible) => {
    expect(mapChildcare({ ...dayCare, type_oko })).toMatchObject({ organisation: { kind }, makeVisible, issues: [] });
  });

  it('R5 makes a conversion error of type XYZ and shows nothing', () => {
    const record = mapChildcare({ ...dayCare, type_oko: 'XYZ' });
    expect(record.organisation).toBeUndefined();
    expect(record).toMatchObject({ makeVisible: false, issues: [{ severity: 'error', code: 'unknownValue', field: 'type_oko', value: 'XYZ' }] });
  });

  it('says that the type is missing', () => {
    expect(mapChildcare(withoutType)).toMatchObject({ makeVisible: false, issues: [{ code: 'missingValue', field: 'type_oko' }] });
  });

  it('N34 names a childminder after the register, not after the person', () => {
    const { organisation } = mapChildcare({ ...dayCare, type_oko: 'VGO' });
    expect(organisation?.name).toBe('Voorziening voor gastouderopvang 100000001');
    expect(organisation?.visitAddress).toBeUndefined();
    expect(organisation?.attributes).toEqual({ town: 'Amsterdam' });
  });

  it('N20 keeps the numbers of other registers, zeros included', () => {
    const numbers = { kvk_nummer_houder: '01124747', bag_id: '0363010000000001' };
    expect(mapChildcare({ ...dayCare, ...numbers }).organisation?.identifiers).toEqual([
      { scheme: 'LRK', value: '100000001' },
      { scheme: 'KVK', value: '01124747' },
      { scheme: 'BAG', value: '0363010000000001' },
    ]);
  });

  it.each([
    ['contact_telefoon', '06-29116330 / 020-3375071', 'Telefoonnummer', 'geldig Nederlands telefoonnummer'],
    ['contact_emailadres', 'info', 'E-mailadres', 'geldig e-mailadres'],
    ['contact_website', 'javascript:alert(1)', 'Internetadres', 'geldig webadres'],
    ['kvk_nummer_houder', '123', 'KvK-nummer', 'KvK-nummer van acht cijfers'],
  ])('R26 leaves out %s %j with a warning', (column, value, label, expected) => {
    const message = `${label} "${value}" is geen ${expected} en is weggelaten.`;
    const { organisation, issues } = mapChildcare({ ...dayCare, [column]: value });
    expect(issues).toEqual([{ severity: 'warning', code: 'unusableValue', field: column, value, message }]);
    expect(JSON.stringify(organisation)).not.toContain(JSON.stringify(value));
  });

  it.each(['ve', 'status'])('R5 makes a conversion error of an unknown value of %s', (column) => {
    const { issues } = mapChildcare({ ...dayCare, [column]: 'Soms' });
    expect(issues).toMatchObject([{ severity: 'error', code: 'unknownValue', field: column, value: 'Soms' }]);
  });
});

describe('the offer of a registration', () => {
  const offers = (fields: Partial<SourceFields>) => mapChildcare({ ...dayCare, ...fields } as SourceFields).products;

  it.each([
    ['KDV', 'DAY_CARE_PLACES', 'Dagopvang'],
    ['BSO', 'AFTER_SCHOOL_PLACES', 'Buitenschoolse opvang'],
    ['PSZ', 'PLAYGROUP_PLACES', 'Peuteropvang'],
    ['GOB', 'CHILDMINDER_MEDIATION', 'Bemiddeling van gastouderopvang'],
  ])('R15 R68 of type %s is one product: %s, %s', (type_oko, kind, name) => {
    const product = { kind, name, capacity: 40, attributes: {} };
    expect(offers({ type_oko, aantal_kindplaatsen: '40' })).toEqual([{ recordId: '100000001/aanbod', product, makeVisible: true, issues: [] }]);
  });

  it('N34 is none where the register names a private person at home, or nobody knows whom', () => {
    expect(offers({ type_oko: 'VGO', aantal_kindplaatsen: '6' })).toBeUndefined();
    expect(offers({ type_oko: 'XYZ', aantal_kindplaatsen: '6' })).toBeUndefined();
  });

  it('R72 keeps what is wrong with its places to itself: the organisation is as clean as before', () => {
    const { issues, products, organisation } = mapChildcare({ ...dayCare, aantal_kindplaatsen: '16,5' });
    expect(issues).toEqual([]);
    expect(products).toMatchObject([
      { issues: [{ severity: 'warning', code: 'unusableValue', field: 'aantal_kindplaatsen', message: 'Aantal kindplaatsen "16,5" is geen aantal en is weggelaten.' }] },
    ]);
    expect(products?.[0]?.product).not.toHaveProperty('capacity');
    expect(organisation?.attributes).not.toHaveProperty('capacity');
  });

  it('A34 is none where there is no organisation to offer it', () => {
    expect(mapChildcare({ ...dayCare, actuele_naam_oko: '???' })).not.toHaveProperty('products');
  });
});

describe('deregistration', () => {
  it('R96 a row that says it is deregistered counts as gone', () => {
    expect(deregistration({ ...dayCare, status: 'Uitgeschreven' })).toBe('Uitgeschreven uit het Landelijk Register Kinderopvang.');
  });

  it.each(['Ingeschreven', 'Geschorst', ''])('R96 status %j does not', (status) => {
    expect(deregistration({ ...dayCare, status })).toBeUndefined();
  });
});
