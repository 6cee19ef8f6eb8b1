import fc from 'fast-check';
import { displayTown } from './town.js';
import { fold } from './text.js';

describe('displayTown', () => {
  it.each([
    ["'S-GRAVENHAGE", "'s-Gravenhage"],
    ["'S-HERTOGENBOSCH", "'s-Hertogenbosch"],
    ["'S-HEER HENDRIKSKINDEREN", "'s-Heer Hendrikskinderen"],
    ["'S GRAVENMOER", "'s Gravenmoer"],
    ['S GRAVENHAGE', "'s Gravenhage"],
    ['’S-GRAVENHAGE', "'s-Gravenhage"],
    ["'T HARDE", "'t Harde"],
    ["STAD AAN 'T HARINGVLIET", "Stad aan 't Haringvliet"],
    ['EMMEN', 'Emmen'],
    ['DE BILT', 'De Bilt'],
    ['HENGELO OV', 'Hengelo OV'],
    ['EDE GLD', 'Ede GLD'],
    ['BERGEN L', 'Bergen L'],
    ['ALTEVEER GEM DE WOLDEN', 'Alteveer gem De Wolden'],
    ['SPAARNDAM GEM. HAARLEM', 'Spaarndam gem. Haarlem'],
    ['NIEUWERKERK AD IJSSEL', 'Nieuwerkerk ad IJssel'],
    ['IJSSELSTEIN UT', 'IJsselstein UT'],
    ['WIJK BIJ DUURSTEDE', 'Wijk bij Duurstede'],
    ['HUIS TER HEIDE UT', 'Huis ter Heide UT'],
    ['HEI- EN BOEICOP', 'Hei- en Boeicop'],
    ['WEHE-DEN HOORN', 'Wehe-den Hoorn'],
    ['BERGEN OP ZOOM', 'Bergen op Zoom'],
    ['ST.-ANNAPAROCHIE', 'St.-Annaparochie'],
    ['2E EXLOERMOND', '2e Exloermond'],
    ['WESTERHAAR-VRIEZENV WIJK', 'Westerhaar-Vriezenv Wijk'],
    ['AMSTERDAM ZUIDOOST', 'Amsterdam Zuidoost'],
    ['SÚDWEST', 'Súdwest'],
  ])('writes %s as %s', (given, then) => expect(displayTown(given)).toBe(then));

  it.each(["'s-Gravenhage", 's-Gravenhage', 'Sint Odiliënberg', 'Hengelo Ov', 'utrecht'])('leaves %s as it is', (given) =>
    expect(displayTown(given)).toBe(given),
  );

  it('gives nothing for nothing', () => expect(displayTown('   ')).toBe(''));

  it('changes nothing the second time, and never another letter than its case', () => {
    const letters = fc.string({ unit: fc.constantFrom(..."ABDEGIJLMNOSTVÉ -.'2") });
    fc.assert(
      fc.property(letters, (town) => {
        expect(displayTown(displayTown(town))).toBe(displayTown(town));
        expect(fold(displayTown(town)).replace(/'/g, '')).toBe(fold(town).replace(/'/g, ''));
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (town) => expect(typeof displayTown(town)).toBe('string')));
  });
});
