import fc from 'fast-check';
import { cleanText, fold } from './text.js';

/** Any text, and text of the characters that are hardest to fold. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...' \t\n\u00a0\u200b\u202e\u0000\ud800\u0301eE’`´ijĲ™Σß') }),
);

describe('cleanText', () => {
  it.each([
    ['trims and collapses blanks', '  Mienskipsskoalle  De Legeaën ', 'Mienskipsskoalle De Legeaën'],
    ['makes nothing of DUO’s padding', ' '.repeat(80), ''],
    ['reads a no-break space as a blank', 'De\u00a0Ark', 'De Ark'],
    ['drops zero-width characters, the soft hyphen and the BOM', '\ufeffDe\u200b Re\u00adgen\u200dboog', 'De Regenboog'],
    ['drops direction overrides', 'De \u202eksA\u202c', 'De ksA'],
    ['drops NUL, which PostgreSQL refuses', 'De\u0000 Ark', 'De Ark'],
    ['parts words at line ends and tabs', 'De\r\nArk\tNoord', 'De Ark Noord'],
    ['drops half a surrogate pair and keeps a whole one', '\ud83d De Ark \ud83c\udf08', 'De Ark \u{1f308}'],
    ['composes accents', 'Ite\u0308', 'Itë'],
    ['keeps markup and formulas as text', '=HYPERLINK("x") <b>', '=HYPERLINK("x") <b>'],
    ['keeps quotes and apostrophes', '\'t Kompas ’t "Anker"', '\'t Kompas ’t "Anker"'],
  ])('%s', (_, given, then) => expect(cleanText(given)).toBe(then));

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, (text) => expect(cleanText(cleanText(text))).toBe(cleanText(text))));
  });

  it('lets no control or invisible character out, whatever goes in', () => {
    fc.assert(fc.property(anyText, (text) => expect(cleanText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|^\s|\s$|\s\s/u)));
  });

  it('keeps every line of plain words as it is', () => {
    const word = fc.string({ minLength: 1, unit: fc.constantFrom(...'abcXYZ019-.&\'"') });
    fc.assert(fc.property(fc.array(word, { minLength: 1 }), (words) => expect(cleanText(words.join(' '))).toBe(words.join(' '))));
  });
});

describe('fold', () => {
  it.each([
    ['De Regenboog', 'de regenboog'],
    ['Súdwest-FRYSLÂN', 'sudwest-fryslan'],
    ['‘t Wilde Woud', "'t wilde woud"],
    ['`t Wilde Woud', "'t wilde woud"],
    ['´t Wilde Woud', "'t wilde woud"],
    ['Oost – West', 'oost - west'],
    ['Straße Ørsted Œuvre', 'strasse orsted oeuvre'],
    ['ĲSSELSTEIN', 'ijsselstein'],
    ['İstanbul', 'istanbul'],
    ['Ｗｉｄｅ', 'wide'],
  ])('folds %s to %s', (given, then) => expect(fold(given)).toBe(then));

  it('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, (text) => expect(fold(fold(text))).toBe(fold(text))));
  });

  it('makes no difference between upper and lower case of Latin text', () => {
    const latin = fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzéëïöüçñ \'-') });
    fc.assert(fc.property(latin, (text) => expect(fold(text.toUpperCase())).toBe(fold(text))));
  });
});
