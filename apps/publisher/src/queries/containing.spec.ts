import { containing } from './containing.js';

describe('a search for a part of a name (R85)', () => {
  it.each([
    ['Regenboog', '%regenboog%'],
    ['  ÉCOLE  ', '%ecole%'],
    ["’t Höfke", "%'t hofke%"],
    ['100%', '%100!%%'],
    ['a_b', '%a!_b%'],
    ['wow!', '%wow!!%'],
    ['C:\\x', '%c:\\x%'],
    ['', '%%'],
  ])('for «%s» has the pattern «%s»', (text, pattern) => {
    expect(containing(text)).toBe(pattern);
  });
});
