import { productExample } from './directory-examples.js';
import { exampleLinks, recordDetailExample } from './examples.js';
import { importRecordDetailSchema, toImportRecord, toImportRecordDetail } from './import-record.js';

describe('an import record in the API', () => {
  it('R17 has the fields of the import management screen', () => {
    expect(toImportRecord({ ...recordDetailExample, note: 'Gebeld.', linkedOrganisationId: 102_938 }, exampleLinks)).toEqual({
      id: '1042',
      aantalDubbelen: 1,
      import: 'duo',
      bron: 'duo-po',
      bronId: '16AH00',
      soort: 'organisatie',
      gidsId: 884_213,
      naam: "Openbare Basisschool 't Eenspan",
      plaats: 'Emmen',
      importstatus: 'dubbelenGevonden',
      statustoelichting: '1 dubbele: zelfde adres als G!DS 102938.',
      publicatieactie: 'zichtbaarNaSucces',
      zichtbaar: false,
      gekoppeldeGidsOrganisatieId: 102_938,
      importToelichting: 'Gebeld.',
      nietMeerInBron: false,
      afgeschermd: false,
      versie: 3,
      gewijzigdOp: '2026-08-04T06:00:20.000Z',
      _links: { self: { href: 'https://gids.example.nl/v1/organisatieimporten/1042' } },
    });
  });

  it('R22 tells findings, duplicates and content with it', () => {
    const detail = importRecordDetailSchema.parse(toImportRecordDetail(recordDetailExample, exampleLinks));
    expect(detail).toMatchObject({
      zichtbaarMaken: true,
      bevindingen: [{ ernst: 'waarschuwing', code: 'unusableValue', veld: 'INTERNETADRES', waarde: 'www,obs.nl' }],
      dubbelen: [
        {
          gidsId: 102_938,
          plaats: 'Emmen',
          zichtbaar: true,
          gevondenOp: ['adres'],
          klasse: 'waarschijnlijk',
          score: 14.5,
          telt: true,
          oordeel: null,
          redenen: ['Zelfde adres (7822HG 58)'],
        },
      ],
      organisatie: { soort: 'basisschool', bezoekadres: { straatnaam: 'Oosterstraat', huisnummer: 58, huisletter: null, postcode: '7822HG' } },
    });
  });

  it('R99 says in one sentence why it is or is not visible', () => {
    expect(toImportRecordDetail(recordDetailExample, exampleLinks).waarom).toBe('Niet zichtbaar, omdat G!DS 102938 een zichtbare dubbele is.');
  });

  it('R17 R72 tells of a product under whom it stands', () => {
    const { organisation, ...rest } = recordDetailExample;
    expect(organisation).toBeDefined();
    const view = { ...rest, type: 'PRODUCT' as const, product: productExample.product, ownerGidsId: 884_213 };
    expect(importRecordDetailSchema.parse(toImportRecordDetail(view, exampleLinks))).toMatchObject({
      soort: 'product',
      organisatie: null,
      product: { soort: 'cursus', naam: 'Digitaal spreekuur', prijsInCenten: 1_250, capaciteit: null },
      eigenaarGidsId: 884_213,
    });
  });

  it('R59 tells what was taken over through its link', () => {
    const view = { ...recordDetailExample, takeOver: { mode: 'SELECTION' as const, productGidsIds: [102_950] } };
    expect(toImportRecordDetail(view, exampleLinks).productovername).toEqual({ wijze: 'selectie', productGidsIds: [102_950] });
  });

  it('A34 tells a record of which nothing could be saved', () => {
    const { gidsId, organisation, town, ...rest } = recordDetailExample;
    expect(gidsId && organisation && town).toBeTruthy();
    expect(importRecordDetailSchema.parse(toImportRecordDetail(rest, exampleLinks))).toMatchObject({ gidsId: null, plaats: null, organisatie: null });
  });
});
