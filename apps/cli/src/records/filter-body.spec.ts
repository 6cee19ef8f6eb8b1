import { filterBody } from './filter-body.js';

it('R86 conditions of an address become those of a body', () => {
  expect(filterBody('importstatus=succes,dubbelenGevonden&zichtbaar=false&gidsId=1,2&bronId=a%2Cb&naam=De+Regenboog&search=*boog&onzin=x')).toEqual({
    importstatus: ['succes', 'dubbelenGevonden'],
    zichtbaar: false,
    gidsId: [1, 2],
    bronId: ['a,b'],
    naam: 'De Regenboog',
    search: '*boog',
    onzin: 'x',
  });
});
