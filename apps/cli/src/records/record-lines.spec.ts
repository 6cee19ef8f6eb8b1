import { exampleRecord } from '../testing/example-record.js';
import { momentText } from '../terminal/figures.js';
import { layOutTable } from '../terminal/table.js';
import { recordColumns, recordLines, whyLines } from './record-lines.js';
import { addressText } from './record-words.js';

describe('recordLines', () => {
  it('given a record with a finding and a duplicate, tells all that was found (R22)', () => {
    expect(recordLines(exampleRecord())).toEqual([
      'Dubbelen gevonden: De Regenboog',
      'Dubbele: zelfde adres als 102938 (De Regenboog).',
      '',
      'BronID            00AB00',
      'G!DS-ID           884213',
      'Bron              duo-po',
      'Zichtbaar         nee',
      'Waarom            Niet zichtbaar, omdat G!DS 102938 een zichtbare dubbele is.',
      'Publicatieactie   Zichtbaar maken na succesvolle import',
      `Laatst gewijzigd  ${momentText('2026-11-22T05:00:10.000Z')}`,
      'Laatste run       019a9f3e-7a10-7cc3-98c4-dc0c0c07398f',
      'Bezoekadres       Noorderstraat 12A-bis, 7811 AB Emmen',
      'Website           https://regenboog.example',
      '',
      'Bevindingen',
      "  - waarschuwing: Het telefoonnummer is weggelaten. (TELEFOONNUMMER '0591')",
      '',
      'Dubbelen',
      '  - 102938 De Regenboog, Emmen: Waarschijnlijk dezelfde; Zelfde adres.',
    ]);
  });

  it('given a record of which nothing could be saved, shows what there is', () => {
    const bare = exampleRecord({ importstatus: 'conversiefouten', statustoelichting: null, gidsId: null, bevindingen: [], dubbelen: [], organisatie: null, nietMeerInBron: true });
    const lines = recordLines(bare);
    expect(lines[0]).toBe('Conversiefouten: De Regenboog');
    expect(lines).toContain('Niet meer in bron  ja');
    expect(lines.join('\n')).not.toMatch(/G!DS-ID|Bevindingen|Dubbelen/);
  });

  it('tells a product and what was erased from the rest (R72, N37)', () => {
    const lines = recordLines(exampleRecord({ soort: 'product', afgeschermd: true }));
    expect(lines).toContain('Soort             product');
    expect(lines).toContain('Afgeschermd       ja, voorgoed gewist');
  });

  it('shows the link and the note of the import manager (R21, R54)', () => {
    const lines = recordLines(exampleRecord({ gekoppeldeGidsOrganisatieId: 77, importToelichting: 'Zie de andere vestiging.' }));
    expect(lines).toContain('Gekoppeld aan      77');
    expect(lines).toContain('Importtoelichting  Zie de andere vestiging.');
  });
});

describe('whyLines', () => {
  it('R99 says in one sentence why it is not visible, and because of whom', () => {
    expect(whyLines(exampleRecord())).toEqual([
      'Niet zichtbaar: De Regenboog, Emmen (00AB00)',
      'Niet zichtbaar, omdat G!DS 102938 een zichtbare dubbele is.',
      '',
      'Dubbelen',
      '  - 102938 De Regenboog, Emmen: Waarschijnlijk dezelfde; Zelfde adres.',
    ]);
  });

  it('R46 tells what takes away from a duplicate: it is hidden, it does not count, somebody judged it', () => {
    const dubbelen = [{ gidsId: 5, naam: 'Boog', zichtbaar: false, klasse: 'zelfdePand', telt: false, oordeel: 'geenDubbele', redenen: ['Zelfde adres.'] }];
    expect(whyLines(exampleRecord({ dubbelen })).at(-1)).toBe('  - 5 Boog (niet zichtbaar, telt niet, oordeel: Geen dubbele): Zelfde pand; Zelfde adres.');
  });

  it('is short where there is nothing more to say', () => {
    expect(whyLines(exampleRecord({ zichtbaar: true, waarom: 'Zichtbaar, omdat alles in orde is.', dubbelen: [] }))).toEqual([
      'Zichtbaar: De Regenboog, Emmen (00AB00)',
      'Zichtbaar, omdat alles in orde is.',
    ]);
  });
});

describe('the list', () => {
  it('keeps the three publication actions apart on a terminal of 80 columns (R29)', () => {
    const records = ['zichtbaarNaSucces', 'zichtbaarNegeerDubbelen', 'nietZichtbaar'].map((publicatieactie) => exampleRecord({ publicatieactie }));
    const table = layOutTable(recordColumns, records, 80);
    expect(records.map((record) => /bij succes|negeer dubbelen|niet zichtbaar/.exec(table.line(record))?.[0])).toEqual(['bij succes', 'negeer dubbelen', 'niet zichtbaar']);
  });
});

describe('addressText', () => {
  it.each([
    [{ straatnaam: 'Postbus', huisnummer: 12, woonplaats: 'Assen' }, 'Postbus 12, Assen'],
    [{ straatnaam: 'Dorpsplein', postcode: '9999XX', woonplaats: 'Stitswerd' }, 'Dorpsplein, 9999 XX Stitswerd'],
  ])('leaves out what is not known', (address, text) => expect(addressText(address)).toBe(text));
});
