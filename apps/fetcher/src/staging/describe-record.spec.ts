import { school, sourceOf } from '../testing/source-file.js';
import { describeRecord } from './describe-record.js';

const [duoPo, lrk] = [sourceOf('duo-po'), sourceOf('lrk')];
const childcare = (changes: Record<string, string> = {}) => ({
  lrk_id: '100000001',
  type_oko: 'KDV',
  status: 'Ingeschreven',
  actuele_naam_oko: 'De Proefhoek',
  opvanglocatie_adres: 'Proefstraat 1',
  opvanglocatie_postcode: '9311AB',
  opvanglocatie_woonplaats: 'Nietap',
  ...changes,
});
const matchHash = (changes: Record<string, string>) => describeRecord(duoPo, school(1, changes)).matchHash;

describe('what is kept of a record', () => {
  it('R8 is its name, and that it can be shown', () => {
    expect(describeRecord(duoPo, school(1))).toEqual({ name: 'Proefschool 1', showable: true, matchHash: expect.stringMatching(/^[\w-]{43}$/) as string });
  });

  it.each([
    ['its mapping finds an error in it', { POSTCODE: '93' }],
    ['a field that its kind must have is empty', { STRAATNAAM: '' }],
  ])('R8 is that it cannot be shown where %s', (_, changes) => {
    expect(describeRecord(duoPo, school(1, changes))).toMatchObject({ name: 'Proefschool 1', showable: false });
  });

  it('R8 is that it can be shown where something was only left out', () => {
    expect(describeRecord(duoPo, school(1, { TELEFOONNUMMER: '12' })).showable).toBe(true);
  });

  it('R8 has no name where none can be read', () => expect(describeRecord(duoPo, school(1, { VESTIGINGSNAAM: '' }))).toEqual({ showable: false }));

  it('N34 is nothing of what the source withholds, such as a childminder', () => {
    expect(describeRecord(lrk, childcare()).name).toBe('De Proefhoek');
    expect(describeRecord(lrk, childcare({ type_oko: 'VGO' }))).toEqual({ showable: false });
  });
});

describe('the hash by which a renumbered record is known', () => {
  it('R96 is the same for the same name and address, however they are written', () => {
    expect(matchHash({ VESTIGINGSNAAM: 'PROEFSCHOOL-1', POSTCODE: '9311ab', VESTIGINGSCODE: '99ZZ00' })).toBe(matchHash({}));
    expect(matchHash({ 'HUISNUMMER-TOEVOEGING': '2 a' })).toBe(matchHash({ 'HUISNUMMER-TOEVOEGING': '2-A' }));
  });

  it.each([
    ['name', { VESTIGINGSNAAM: 'Proefschool 11' }],
    ['house number', { 'HUISNUMMER-TOEVOEGING': '3' }],
    ['postcode', { POSTCODE: '9311 AC' }],
  ])('R96 is another one with another %s', (_, changes) => expect(matchHash(changes)).not.toBe(matchHash({})));

  it('R96 is none where name or address is missing', () => {
    expect(matchHash({ POSTCODE: '' })).toBeUndefined();
    expect(matchHash({ VESTIGINGSNAAM: '' })).toBeUndefined();
  });

  it('R96 is another one for another kind: day care is not after-school care at the same address', () => {
    expect(describeRecord(lrk, childcare({ type_oko: 'BSO' })).matchHash).not.toBe(describeRecord(lrk, childcare()).matchHash);
  });
});
