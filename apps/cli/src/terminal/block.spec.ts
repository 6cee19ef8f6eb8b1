import { figureBlock, textBlock } from './block.js';

describe('aligned blocks', () => {
  it('lines up texts and leaves out what is not known', () => {
    expect(
      textBlock([
        { label: 'Naam', value: 'De Regenboog' },
        { label: 'G!DS-ID', value: undefined },
        { label: 'Plaats', value: 'Emmen\n' },
      ]),
    ).toEqual(['Naam    De Regenboog', 'Plaats  Emmen']);
  });

  it('lines up figures on the right', () => {
    expect(
      figureBlock([
        { label: 'Gelezen', value: '6.122' },
        { label: '  toegevoegd', value: '17' },
      ]),
    ).toEqual(['Gelezen       6.122', '  toegevoegd     17']);
  });
});
