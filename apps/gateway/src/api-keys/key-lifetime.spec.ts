import { expiryOf } from './key-lifetime.js';

const now = new Date('2026-11-26T12:00:00.000Z');

describe('until when a key counts', () => {
  it.each([
    ['nothing is asked', undefined, '2027-11-26T12:00:00.000Z'],
    ['a moment is asked', '2026-12-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    ['two years are asked', '2028-11-26T12:00:00.000Z', '2028-11-26T12:00:00.000Z'],
  ])('e9 where %s', (_what, asked, expected) => {
    expect(expiryOf(asked === undefined ? undefined : new Date(asked), now).toISOString()).toBe(expected);
  });

  it.each([
    ['now', '2026-11-26T12:00:00.000Z', 'Geef een moment in de toekomst.'],
    ['the past', '2025-01-01T00:00:00.000Z', 'Geef een moment in de toekomst.'],
    ['more than two years', '2028-11-26T12:00:00.001Z', 'Een sleutel geldt ten hoogste twee jaar.'],
  ])('e9 is refused: %s', (_what, asked, melding) => {
    expect(() => expiryOf(new Date(asked), now)).toThrow(expect.objectContaining({ content: expect.objectContaining({ fouten: [expect.objectContaining({ veld: 'verlooptOp', melding })] }) }));
  });
});
