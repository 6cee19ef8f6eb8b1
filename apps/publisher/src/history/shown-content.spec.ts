import { school } from '../testing/test-source.js';
import { meansTheSame, shownFields } from './shown-content.js';

const shown = (content: Parameters<typeof shownFields>[0]) => Object.fromEntries([...shownFields(content)].map(([field, { label, text }]) => [field, `${label}: ${text}`]));

describe('the fields of a content as people read them (R58, R75)', () => {
  it('R75 have Dutch labels and values, those of the kind each by itself', () => {
    expect(shown({ ...school('16AH00'), attributes: { denomination: 'Openbaar', onbekend: 'x' } })).toEqual({
      kind: 'soort: Basisschool',
      name: 'naam: Basisschool 16AH00',
      visitAddress: 'bezoekadres: Proefstraat 13, 9311AB Nietap',
      identifiers: 'nummers: BRIN 00ZA',
      'attributes.denomination': 'denominatie: Openbaar',
      'attributes.onbekend': 'onbekend: x',
    });
  });

  it('R75 of a product too', () => {
    expect(shown({ kind: 'COURSE', name: 'Schilderen', price: 1_250, capacity: 12, attributes: {} })).toEqual({
      kind: 'soort: Cursus',
      name: 'naam: Schilderen',
      price: 'prijs: € 12,50',
      capacity: 'aantal plaatsen: 12',
    });
  });

  it('A9 say the same in whatever order hours and numbers stand', () => {
    const openingHours = [{ day: 'TUESDAY', opens: '13:00', closes: '17:00' }, { day: 'MONDAY', opens: '09:00', closes: '12:00' }] as const;
    const identifiers = [{ scheme: 'VESTIGING', value: '00ZA01' }, { scheme: 'BRIN', value: '00ZA' }] as const;
    const one = { ...school('A'), openingHours: [...openingHours], identifiers: [...identifiers] };
    const other = { ...one, openingHours: one.openingHours.toReversed(), identifiers: one.identifiers.toReversed() };
    expect(shown(other)).toEqual(shown(one));
    expect(shown(one)).toMatchObject({ openingHours: 'openingstijden: maandag 09:00-12:00, dinsdag 13:00-17:00', identifiers: 'nummers: BRIN 00ZA, VESTIGING 00ZA01' });
  });

  it('leave out what holds nothing', () => {
    expect(shown({ ...school('A'), openingHours: [], identifiers: [], description: '' })).not.toHaveProperty('openingHours');
  });
});

describe('another spelling (A9)', () => {
  it.each([
    ['De Regenboog', 'DE REGENBOOG'],
    ['Sint-Jozefschool', 'Sint Jozefschool'],
    ["OBS 't Eenspan", 'OBS ’t  Eenspan'],
    ['Café', 'Cafe'],
    ['https://www.school.nl', 'https://www.school.nl/'],
    [undefined, '-'],
  ])('A9 means the same: %j, %j', (one, other) => {
    expect(meansTheSame(one, other)).toBe(true);
  });

  it.each([
    ['0591659840', '0591659841'],
    ['Kerkstraat 1-2', 'Kerkstraat 12'],
    ['j.bakker@school.nl', 'jbakker@school.nl'],
    ['De Regenboog', undefined],
  ])('A9 does not: %j, %j', (one, other) => {
    expect(meansTheSame(one, other)).toBe(false);
  });
});
