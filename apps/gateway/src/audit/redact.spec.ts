import fc from 'fast-check';
import { redact } from './redact.js';

describe('what the audit log keeps of what was asked', () => {
  it('e26 N38 leaves out secrets, ways to reach a person and notes, wherever they stand', () => {
    const asked = {
      naam: 'm.devries',
      wachtwoord: 'geheim',
      eenmaligWachtwoord: 'x',
      organisatie: { naam: 'De Vlinder', telefoon: '0591-123456', email: 'a@b.nl', bezoekadres: { straatnaam: 'Dorpsstraat' }, soort: 'bibliotheek' },
      sleutels: [{ id: 'x', sleutel: 'imp_live_1' }],
      importToelichting: 'Ruzie met de buren',
    };
    expect(redact(asked)).toEqual({
      naam: 'm.devries',
      wachtwoord: '[weggelaten]',
      eenmaligWachtwoord: '[weggelaten]',
      organisatie: { naam: 'De Vlinder', telefoon: '[weggelaten]', email: '[weggelaten]', bezoekadres: '[weggelaten]', soort: 'bibliotheek' },
      sleutels: [{ id: 'x', sleutel: '[weggelaten]' }],
      importToelichting: '[weggelaten]',
    });
  });

  it('N38 N39 leaves out the name of a private person', () => {
    expect(redact({ organisatie: { naam: 'Mevrouw Jansen', soort: 'gastouderopvang' }, gidsId: 1 })).toEqual({ organisatie: { naam: '[weggelaten]', soort: 'gastouderopvang' }, gidsId: 1 });
  });

  it('keeps that there is none, and what only sounds like a secret', () => {
    expect(redact({ email: null, wachtwoordWijzigen: true, versie: 3 })).toEqual({ email: null, wachtwoordWijzigen: true, versie: 3 });
  });

  it('N38 leaves out an address in the middle of a text', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const kept = redact({ reden: `Op verzoek van ${address} gewist` }) as { reden: string };
        expect(kept.reden).not.toContain(address);
      }),
    );
  });

  it('keeps no more than the start of a long text', () => {
    expect(redact({ reden: 'x'.repeat(5_000) })).toEqual({ reden: 'x'.repeat(1_000) });
  });
});
