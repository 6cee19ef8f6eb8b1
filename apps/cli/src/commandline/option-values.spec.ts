import { importStatusTerms, publicationActionTerms } from '@gids/contracts';
import { choice, choices, gidsIdNumber, pageNumber } from './option-values.js';

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

describe('choice', () => {
  const action = choice(publicationActionTerms);

  it.each(['nietZichtbaar', 'niet-zichtbaar', 'NIET zichtbaar maken na import'])('reads %s', (text) => expect(action(text)).toBe('nietZichtbaar'));
  it('reads a label with a comma in it', () => expect(action('Zichtbaar maken na import, negeer dubbelen')).toBe('zichtbaarNegeerDubbelen'));
  it.each(['zichtbaar', '', 'nietZichtbaar,zichtbaarNaSucces'])('refuses %j with the choices', (text) => {
    expect(() => action(text)).toThrow('Kies uit zichtbaarNaSucces, zichtbaarNegeerDubbelen, nietZichtbaar.');
  });
});

describe('gidsIdNumber', () => {
  it('reads an id', () => expect(gidsIdNumber('884213')).toBe(884_213));
  it.each(['0', '-1', '1.5', '00AB', '2147483648', ''])('refuses %j', (text) => expect(() => gidsIdNumber(text)).toThrow('een geheel getal'));
});

describe('pageNumber', () => {
  it('reads a page', () => expect(pageNumber('12')).toBe(12));
  it.each(['0', '-1', '1.5', 'twee', '', '1e3', '99999999'])('refuses %j', (text) => expect(() => pageNumber(text)).toThrow('vanaf 1'));
});
