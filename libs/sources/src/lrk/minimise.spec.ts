import fc from 'fast-check';
import type { SourceFields } from '../source.js';
import { mapChildcare } from './mapping.js';
import { lrk } from './manifest.js';
import { minimiseChildcare } from './minimise.js';

const person = 'V. Voorbeeld';
/** Every field of a childminder, each with something that leads to the person or the home. */
const childminder: SourceFields = {
  lrk_id: '100000005',
  type_oko: 'VGO',
  status: 'Ingeschreven',
  actuele_naam_oko: person,
  aantal_kindplaatsen: '6',
  ve: 'Nee',
  opvanglocatie_adres: 'Thuisproef 133',
  opvanglocatie_postcode: '2572ZV',
  opvanglocatie_woonplaats: "'s-Gravenhage",
  bag_id: '0518010000000005',
  naam_houder: person,
  kvk_nummer_houder: '90000005',
  correspondentie_adres: 'Thuisproef 133',
  correspondentie_postcode: '2572ZV',
  correspondentie_woonplaats: "'S-GRAVENHAGE",
  contact_telefoon: '0655506002',
  contact_emailadres: 'v.voorbeeld@example.nl',
  contact_website: 'www.bijvoorbeeld.example.nl',
  cbs_code: '0518',
};
const revealing = [person, 'Thuisproef', '2572', '133', '0518010000000005', '90000005', '0655506002', 'v.voorbeeld', 'bijvoorbeeld'];

function reveals(thing: unknown): string[] {
  const text = JSON.stringify(thing);
  return revealing.filter((detail) => text.includes(detail));
}

describe('minimiseChildcare', () => {
  it('N34 leaves of a childminder a number, a type, a size and a town', () => {
    expect(minimiseChildcare(childminder)).toEqual({
      lrk_id: '100000005',
      type_oko: 'VGO',
      status: 'Ingeschreven',
      aantal_kindplaatsen: '6',
      opvanglocatie_woonplaats: "'s-Gravenhage",
      cbs_code: '0518',
    });
  });

  it('N34 covers every mapped column of the source', () => {
    const mapped = lrk.columns.filter(({ use }) => use !== 'ignored').map(({ name }) => name);
    expect(Object.keys(childminder).toSorted()).toEqual(mapped.toSorted());
  });

  it.each(['vgo', ' VGO', 'XYZ', 'Gastouder'])('N34 treats type %j as a person, to be safe', (type_oko) => {
    expect(reveals(minimiseChildcare({ ...childminder, type_oko }))).toEqual([]);
  });

  it('N34 treats a row without a type as a person, to be safe', () => {
    const fields = Object.entries(childminder).filter(([column]) => column !== 'type_oko');
    expect(reveals(minimiseChildcare(Object.fromEntries(fields)))).toEqual([]);
  });

  it.each(['KDV', 'BSO', 'GOB', 'PSZ'])('leaves an organisation of type %s whole', (type_oko) => {
    expect(minimiseChildcare({ ...childminder, type_oko })).toEqual({ ...childminder, type_oko });
  });

  it('N34 hides a new name, holder, address, phone or mail of a childminder from change detection', () => {
    const before = JSON.stringify(minimiseChildcare(childminder));
    const open = ['aantal_kindplaatsen', 'cbs_code', 'lrk_id', 'opvanglocatie_woonplaats', 'status', 'type_oko'];
    for (const column of Object.keys(childminder).filter((name) => !open.includes(name))) {
      expect(JSON.stringify(minimiseChildcare({ ...childminder, [column]: 'anders' }))).toBe(before);
    }
  });

  it('N34 nothing of a person comes out of the mapping, minimised before or not', () => {
    expect(reveals(mapChildcare(childminder))).toEqual([]);
    expect(mapChildcare(childminder)).toEqual(mapChildcare(minimiseChildcare(childminder)));
  });

  it('N34 whatever stands in the fields of a person, none of it comes out', () => {
    const secret = fc.stringMatching(/^geheim[a-z]{8}$/);
    const columns = Object.keys(childminder).filter((name) => !(name in minimiseChildcare(childminder)));
    fc.assert(
      fc.property(fc.constantFrom(...columns), secret, (column, value) => {
        expect(JSON.stringify(mapChildcare({ ...childminder, [column]: value }))).not.toContain(value);
      }),
    );
  });
});
