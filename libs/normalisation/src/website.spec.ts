import fc from 'fast-check';
import { normaliseWebsite } from './website.js';

describe('normaliseWebsite', () => {
  it.each([
    ['www.wingerd.nl', 'https://www.wingerd.nl'],
    ['wingerd.nl', 'https://wingerd.nl'],
    ['http://www.wingerd.nl/', 'http://www.wingerd.nl'],
    ['HTTPS://WWW.Wingerd.NL', 'https://www.wingerd.nl'],
    ['WWW.KOMPAS-EMMELOORD.NL', 'https://www.kompas-emmeloord.nl'],
    ['www.bestuur.nl/Scholen/Wingerd', 'https://www.bestuur.nl/Scholen/Wingerd'],
    ['www.bestuur.nl/?school=3', 'https://www.bestuur.nl/?school=3'],
    ['www.rkbsdereiger.nl.', 'https://www.rkbsdereiger.nl'],
    ['go.to./morgenster', 'https://go.to/morgenster'],
    ['school.nl:8080/wingerd', 'https://school.nl:8080/wingerd'],
    ['www.süd.nl', 'https://www.xn--sd-xka.nl'],
    ['\u200bwww.wingerd.nl ', 'https://www.wingerd.nl'],
  ])('reads %j as %s', (given, then) => expect(normaliseWebsite(given)).toBe(then));

  it.each([
    '', ' ', 'www. sterrenpad.fortior.nl', 'www.ikcdriemaster,nl', 'www.lentiz,nl/vmbo-maasland', '0528266192', 'www.elker/portalis',
    'www.jozefrijen.n', 'www.de_elzen.com', 'javascript:alert(1)', 'mailto:info@x.nl', 'ftp://x.nl', 'data:text/html,x', 'file:///etc/passwd',
    'http://x y', 'https://duo.nl@kwaad.example', 'http://gebruiker:geheim@x.nl', 'http://127.0.0.1/', 'http://[::1]/', 'localhost',
    'http//www.x.nl', 'https:www.x.nl', 'www.a.nl / www.b.nl', 'www.a.nl;www.b.nl', 'n.v.t.', '-', `www.x.nl/${'a'.repeat(500)}`, '#N/A',
  ])('refuses %j', (given) => expect(normaliseWebsite(given)).toBeUndefined());

  it('changes nothing the second time, and lets only http and https out', () => {
    const site = fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.domain());
    fc.assert(
      fc.property(site, (text) => {
        const address = normaliseWebsite(text);
        if (address === undefined) return;
        expect(address).toMatch(/^https?:\/\/[a-z0-9.-]+/);
        expect(address.length).toBeLessThanOrEqual(500);
        expect(normaliseWebsite(address)).toBe(address);
      }),
    );
  });
});
