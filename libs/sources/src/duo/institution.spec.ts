import { mapHigherEducation } from '../duo-ho/mapping.js';
import { mapVocationalCollege } from '../duo-mbo/mapping.js';
import { mapPrimarySchool } from '../duo-po/mapping.js';
import { mapSecondarySchool } from '../duo-vo/mapping.js';
import { mapSpecialSchool } from '../duo-so/mapping.js';
import type { SourceFields } from '../source.js';

const branch: SourceFields = {
  INSTELLINGSCODE: '00ZA',
  VESTIGINGSCODE: '00ZA01',
  VESTIGINGSNAAM: 'Het Kompas',
  STRAATNAAM: 'Melkweg',
  'HUISNUMMER-TOEVOEGING': '3-A',
  POSTCODE: '9306 TC',
  PLAATSNAAM: 'EMMEN',
};
const institution: SourceFields = { INSTELLINGSCODE: '03ZA', INSTELLINGSNAAM: 'ROC Voorbeeld', STRAATNAAM: 'Melkweg', PLAATSNAAM: 'EMMEN' };

describe('a branch of a school', () => {
  it.each([
    ['PRIMARY_SCHOOL', mapPrimarySchool],
    ['SECONDARY_SCHOOL', mapSecondarySchool],
    ['SPECIAL_SCHOOL', mapSpecialSchool],
  ])('R5 becomes a %s with the codes of school and branch', (kind, map) => {
    const identifiers = [{ scheme: 'BRIN', value: '00ZA' }, { scheme: 'VESTIGING', value: '00ZA01' }];
    expect(map(branch)).toMatchObject({ organisation: { kind, name: 'Het Kompas', identifiers }, makeVisible: true, issues: [] });
  });

  it('R26 is whole without phone, site, denomination and correspondence address', () => {
    expect(mapPrimarySchool(branch).organisation).toEqual({
      kind: 'PRIMARY_SCHOOL',
      name: 'Het Kompas',
      visitAddress: { street: 'Melkweg', houseNumber: 3, houseLetter: 'A', postcode: '9306TC', town: 'Emmen' },
      identifiers: [{ scheme: 'BRIN', value: '00ZA' }, { scheme: 'VESTIGING', value: '00ZA01' }],
      attributes: {},
    });
  });

  it('R26 keeps its place when its web address is a phone number', () => {
    const { organisation, issues } = mapSecondarySchool({ ...branch, INTERNETADRES: '0528266192' });
    expect(organisation).not.toHaveProperty('website');
    expect(issues).toMatchObject([{ severity: 'warning', field: 'INTERNETADRES' }]);
  });

  it.each([
    ['VBO/MAVO/HAVO/VWO/PRO', 'vbo/mavo/havo/vwo/praktijkonderwijs'],
    ['BRUGJAAR', 'brugjaar'],
  ])('reads the structure %s of a secondary school', (value, meaning) => {
    expect(mapSecondarySchool({ ...branch, ONDERWIJSSTRUCTUUR: value }).organisation?.attributes).toEqual({ educationStructure: meaning });
  });

  it('reads what a special school offers', () => {
    const special = { 'SOORT PRIMAIR ONDERWIJS': '(V)SO', CLUSTER: '3/4', ONDERWIJS: 'SO LZ/P + VSO LZ/P' };
    expect(mapSpecialSchool({ ...branch, ...special }).organisation?.attributes).toEqual({
      specialEducationType: '(Voortgezet) speciaal onderwijs',
      cluster: '3/4',
      educationOffer: 'SO LZ/P + VSO LZ/P',
    });
  });
});

describe('an institution without branches', () => {
  it.each([
    ['VOCATIONAL_COLLEGE', mapVocationalCollege, 'MBO INSTELLINGSSOORT - NAAM', 'Vakinstelling'],
    ['HIGHER_EDUCATION', mapHigherEducation, 'SOORT HO', 'hbo'],
  ])('R5 becomes a %s with its BRIN and its type', (kind, map, column, type) => {
    expect(map({ ...institution, [column]: type })).toMatchObject({
      organisation: { kind, name: 'ROC Voorbeeld', identifiers: [{ scheme: 'BRIN', value: '03ZA' }], attributes: { institutionType: type } },
      issues: [],
    });
  });
});
