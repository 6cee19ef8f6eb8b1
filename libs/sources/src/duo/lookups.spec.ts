import { denomination, provinceName } from './lookups.js';

describe('denomination', () => {
  it.each([
    ['Openbaar', 'Openbaar'],
    ['PROTESTANTS-CHRISTELIJK', 'Protestants-Christelijk'],
    ['Hindoeistisch', 'Hindoeïstisch'],
    ['Evangelische broedergemeenscha', 'Evangelische broedergemeenschap'],
    ['Gereformeerd vrijgemaakt / Eva', 'Gereformeerd vrijgemaakt / Evangelisch'],
    ['Protestants-Christelijk/Evange', 'Protestants-Christelijk / Evangelisch'],
    ['Protestants Christelijk/Reform', 'Protestants-Christelijk / Reformatorisch'],
    ['Samenwerking PC, RK, Alg. Bijz', 'Samenwerking PC, RK, Alg. Bijz.'],
    ['Samenwerking Opb., PC, RK, Alg', 'Samenwerking Opb., PC, RK, Alg. Bijz.'],
  ])('reads %s as %s', (value, meaning) => expect(denomination(value)).toBe(meaning));

  it.each(['Evangelische broedergemeenschap', 'Samenwerking PC, RK, Alg. Bijz.', 'Protestants-Christelijk/Evangelisch'])(
    'reads a form that is not cut: %s',
    (value) => expect(denomination(value)).toBeDefined(),
  );

  it('R5 does not guess at a value it has not seen', () => expect(denomination('Vrijzinnig')).toBeUndefined());
});

describe('provinceName', () => {
  it('R16 knows the twelve provinces and the Caribbean Netherlands', () => {
    const north = ['Groningen', 'Friesland', 'Drenthe', 'Overijssel', 'Flevoland', 'Gelderland'];
    const south = ['Utrecht', 'Noord-Holland', 'Zuid-Holland', 'Zeeland', 'Noord-Brabant', 'Limburg'];
    const names = [...north, ...south];
    expect(names.map(provinceName)).toEqual(names);
    expect(['Bonaire', 'Saba', 'Sint Eustatius'].map(provinceName)).not.toContain(undefined);
  });

  it('takes both names of Friesland for one', () => expect(provinceName('Fryslân')).toBe('Friesland'));

  it('R5 does not know Atlantis', () => expect(provinceName('Atlantis')).toBeUndefined());
});
