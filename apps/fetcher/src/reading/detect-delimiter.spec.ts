import { detectDelimiter } from './detect-delimiter.js';

describe('R5 the header line decides on the delimiter', () => {
  it.each([
    ['semicolons', 'PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE', ';'],
    ['commas', 'PROVINCIE,BEVOEGD GEZAG NUMMER,INSTELLINGSCODE', ','],
    ['commas inside quoted names', '"naam, voluit";"straat, nummer"', ';'],
    ['semicolons inside quoted names', '"a;b;c","d;e"', ','],
    ['doubled quotes in a name', '"a "";"" b",c', ','],
    ['the one that occurs most', 'a;b,c;d', ';'],
    ['a semicolon in doubt', 'a;b,c', ';'],
  ])('%s', (_, headerLine, delimiter) => {
    expect(detectDelimiter(headerLine)).toBe(delimiter);
  });

  it.each(['Service Unavailable', 'a\tb\tc', '', '"a;b"'])('finds none in %j', (headerLine) => {
    expect(detectDelimiter(headerLine)).toBeUndefined();
  });
});
