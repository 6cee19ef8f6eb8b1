import { countedText, countText, durationText, momentText, sizeText } from './figures.js';

describe('figures in Dutch', () => {
  it('puts points between thousands', () => expect(countText(1_234_567)).toBe('1.234.567'));

  it.each([
    [0, '0 regels'],
    [1, '1 regel'],
    [31_800, '31.800 regels'],
  ])('counts %d rows', (count, text) => expect(countedText(count, 'regel', 'regels')).toBe(text));

  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [12_345_678, '12,3 MB'],
    [7_000_000_000_000, '7.000 GB'],
  ])('writes %d bytes', (bytes, text) => expect(sizeText(bytes)).toBe(text));

  it.each([
    [0.34, '0,3 s'],
    [59.4, '59 s'],
    [59.6, '1 min 00 s'],
    [185, '3 min 05 s'],
    [3_900, '1 u 05 min'],
  ])('writes a duration of %d seconds', (seconds, text) => expect(durationText(seconds)).toBe(text));

  it('writes a moment with day, month, year and time', () => {
    expect(momentText('2026-11-22T12:00:00Z')).toMatch(/^22 nov 2026,? \d{2}:00:00$/);
  });
});
