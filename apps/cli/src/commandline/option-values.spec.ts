import { importStatusTerms, publicationActionTerms } from '@gids/contracts';
import { choices, pageNumber } from './option-values.js';

describe('choices', () => {
  const status = choices(importStatusTerms);

  it.each(['dubbelenGevonden', 'DubbelenGevonden', 'dubbelen-gevonden', 'Dubbelen gevonden'])('reads %s', (text) => {
    expect(status(text)).toBe('dubbelenGevonden');
  });

  it('reads a label with a comma in it by its code only', () => {
    expect(choices(publicationActionTerms)('zichtbaarNegeerDubbelen')).toBe('zichtbaarNegeerDubbelen');
  });

  it('adds up what is given together and apart', () => {
    expect(status('validatiefouten', status('succes,conversiefouten'))).toBe('succes,conversiefouten,validatiefouten');
  });

  it.each(['fout', 'succes,', '', 'succes;conversiefouten'])('refuses %j with the choices', (text) => {
    expect(() => status(text)).toThrow('Kies uit conversiefouten, validatiefouten, dubbelenGevonden, succes');
  });
});

describe('pageNumber', () => {
  it('reads a page', () => expect(pageNumber('12')).toBe(12));
  it.each(['0', '-1', '1.5', 'twee', '', '1e3', '99999999'])('refuses %j', (text) => expect(() => pageNumber(text)).toThrow('vanaf 1'));
});
