import fc from 'fast-check';
import { mostUsed } from './most-used.js';
import { faultInPassword, shortestPassword } from './password-rules.js';

describe('a new password', () => {
  it.each(['drie losse woorden', 'paardbatterijniet', 'ünïcödé ís góed', 'x7!Q'.repeat(3), '🦋🌷🚲🧀 op de dijk'])('is good: %s', (password) => {
    expect(faultInPassword(password, 'm.devries')).toBeUndefined();
  });

  it.each([
    ['', /ten minste 12 tekens/],
    ['elf tekens!', /ten minste 12 tekens/],
    ['🦋🦋🦋🦋🦋🦋', /ten minste 12 tekens/],
    ['m.devries is mijn naam', /naam van uw account/],
    ['Ik ben M.DeVries!', /naam van uw account/],
    ['Wachtwoord123', /te veel mensen/],
    ['ababababababab', /te veel mensen/],
  ])('is refused: %s', (password, reason) => {
    expect(faultInPassword(password, 'm.devries')).toMatch(reason);
  });

  it('is counted in characters as people see them typed, not in bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: shortestPassword - 1 }), (password) => {
        fc.pre([...password.normalize('NFC')].length < shortestPassword);
        expect(faultInPassword(password, 'm.devries')).toContain('ten minste');
      }),
    );
  });

  it('is never one of the most used, whichever its capitals', () => {
    for (const password of mostUsed) {
      expect([...password].length).toBeGreaterThanOrEqual(shortestPassword);
      expect(faultInPassword(password.toUpperCase(), 'm.devries')).toBeDefined();
    }
  });
});
