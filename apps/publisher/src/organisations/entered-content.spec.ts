import { library } from '../testing/test-editor.js';
import { cleaned, enteredContent } from './entered-content.js';

describe('what a person typed (R26)', () => {
  it('given what is right, then it stays as it is', () => {
    const content = { ...library('Bibliotheek'), description: 'Eerste regel\nTweede regel', openingHours: [] };
    expect(enteredContent(content)).toEqual(content);
  });

  it('R26 given a site without a scheme and an e-mail in capitals, then they get their form', () => {
    expect(enteredContent({ ...library('Bibliotheek'), website: 'WWW.Bieb.nl', email: ' Info@BIEB.nl ' })).toMatchObject({
      website: 'https://www.bieb.nl',
      email: 'Info@bieb.nl',
    });
  });

  it('given what has no right form, then it stays for the validation to name', () => {
    expect(enteredContent({ ...library('Bibliotheek'), website: 'geen', email: 'geen' })).toMatchObject({ website: 'geen', email: 'geen' });
  });

  it('given optional texts of nothing, then they are left out', () => {
    const { email, website, ...rest } = library('Bibliotheek');
    expect({ email, website }).toBeDefined();
    expect(enteredContent({ ...rest, email: ' ', website: '\u0000', description: '\t' })).toEqual(rest);
  });

  it('given signs that cannot be stored, then they are gone, at any depth', () => {
    const content = { ...library('Bib\u0000liotheek\ud800'), description: 'a\u0000b\nc\ud800', attributes: { 'k\u0000': 'v\u200b' } };
    expect(enteredContent(content)).toEqual({ ...library('Bibliotheek'), description: 'ab\nc', attributes: { k: 'v' } });
  });

  it('given a mandatory text of nothing, then one blank is left, which counts as empty', () => {
    expect(cleaned({ name: '\u0000', list: ['\t'], number: 1, absent: undefined })).toEqual({ name: ' ', list: [' '], number: 1, absent: undefined });
  });
});
