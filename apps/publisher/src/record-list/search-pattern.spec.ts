import { searchPattern } from './search-pattern.js';

describe('a search over several fields (R85)', () => {
  it.each([
    ['Regenboog', '%regenboog%'],
    ['  ÉCOLE  ', '%ecole%'],
    ['De*', 'de%'],
    ['*boog', '%boog'],
    ['16AH0?', '16ah0_'],
    ['100%*', '100!%%'],
    ['a_b', '%a!_b%'],
    ['wow!', '%wow!!%'],
    ['', '%%'],
  ])('for «%s» has the pattern «%s»', (text, pattern) => {
    expect(searchPattern(text)).toBe(pattern);
  });
});
