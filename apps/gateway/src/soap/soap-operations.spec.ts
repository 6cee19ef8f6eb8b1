import {
  ChangePublicationAction,
  CopyOrganisation,
  duplicateExample,
  LinkOrganisation,
  ListImportRecords,
  ProcessImportedOrganisation,
  SaveImportNote,
  ShowImportOrganisation,
} from '@gids/contracts';
import { directoryOrganisationExample } from '../api/directory-examples.js';
import { recordDetailExample } from '../api/examples.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { callSoap, contentOf, faultIn } from '../testing/soap-request.js';
import { StandInService } from '../testing/stand-in-service.js';
import { soap11, soap12 } from './namespaces.js';

const root = '<ImportOrganisatieID>100001</ImportOrganisatieID>';
const by = 'opdrachtregel';
const record = { ...recordDetailExample, id: 1042, version: 7 };
const line = {
  BronID: '16AH00',
  LaatsteImportStatus: 'Dubbelen gevonden',
  Publicatieactie: 'Zichtbaar maken na succesvolle import',
};

describe('the functions of the seed over SOAP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher')
      .replies(ShowImportOrganisation, ({ gidsId }) => ({ gidsId, importId: 'duo', name: 'DUO-import' }))
      .replies(ListImportRecords, () => ({ items: [record], total: 342 }))
      .replies(ProcessImportedOrganisation, () => ({ ...record, status: 'DUPLICATES_FOUND' as const, duplicates: [duplicateExample], explanation: 'Dubbele: G!DS 102938.', visible: false }))
      .replies(ChangePublicationAction, ({ publicationAction }) => ({ ...record, publicationAction }))
      .replies(LinkOrganisation, ({ gidsId }) => ({ ...record, publicationAction: 'DO_NOT_SHOW' as const, ...(gidsId !== undefined && { linkedOrganisationId: gidsId }) }))
      .replies(SaveImportNote, ({ note }) => ({ ...record, note }))
      .replies(CopyOrganisation, () => directoryOrganisationExample);
  });

  describe.each(['VerwerkGeimporteerdeOrganisatie', 'LogGeimporteerdeOrganisatie'])('%s', (operation) => {
    const report = `${root}<BronID>16AH00</BronID><GidsID>100200</GidsID><Conversiefout>false</Conversiefout><Statustoelichting/><Zichtbaarmaken>1</Zichtbaarmaken>`;

    it.each([soap11, soap12])('R87 A12 registers by the six arguments of the seed, in SOAP $name', async (version) => {
      const answer = await callSoap(gateway, operation, report, {}, version);
      expect(answer.status).toBe(200);
      expect(answer.body.name).toBe(`${operation}Response`);
      expect(contentOf(answer.body)).toEqual({
        Importstatus: 'Dubbelen gevonden',
        Statustoelichting: 'Dubbele: G!DS 102938.',
        Zichtbaar: 'false',
        Publicatieactie: 'Zichtbaar maken na succesvolle import',
        Dubbelen: { GidsID: '102938', Naam: "OBS 't Eenspan", Reden: 'Zelfde adres (7822HG 58)' },
      });
      expect(publisher.payloadsOf(ProcessImportedOrganisation)).toEqual([
        { importId: 'duo', recordId: '16AH00', gidsId: 100_200, conversionError: false, explanation: '', makeVisible: true, by },
      ]);
    });

    it('R87 registers a conversion error of which nothing could be saved, and what is new beside the seed', async () => {
      const nothing = `${root}<BronID>16AH00</BronID><GidsID xsi:nil="true"/><Conversiefout>true</Conversiefout><Statustoelichting>veld X &amp; Y</Statustoelichting><Zichtbaarmaken>false</Zichtbaarmaken><RunID>019a9f3e-7a10-7cc3-98c4-dc0c0c07398f</RunID><Soort>product</Soort>`;
      await callSoap(gateway, operation, nothing);
      expect(publisher.payloadsOf(ProcessImportedOrganisation)).toEqual([
        { importId: 'duo', recordId: '16AH00', conversionError: true, explanation: 'veld X & Y', makeVisible: false, runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f', type: 'PRODUCT', by },
      ]);
    });

    it.each([
      ['notFound', 'OnbekendeOrganisatie'],
      ['conflict', 'NietToegestaan'],
      ['forbidden', 'GeenImportrecht'],
      ['invalid', 'OngeldigeInvoer'],
    ] as const)('R87 tells that it is %s as %s, in the words of the publisher', async (kind, detail) => {
      publisher.refuses(ProcessImportedOrganisation, { kind, code: 'eigenCode', message: 'Dit kan niet.', errors: [{ field: 'runId', code: 'unknownRun', message: 'Welke run?' }] });
      const answer = await callSoap(gateway, operation, report);
      expect(answer.status).toBe(500);
      expect(faultIn(answer)).toMatchObject({ code: 'soap:Client', text: 'Dit kan niet.', detail, content: { Melding: 'Dit kan niet.', Fout: { Veld: 'RunID', Melding: 'Welke run?' } } });
    });
  });

  describe('HaalImportsstatussen', () => {
    it('R88 gives a page with the total, in the literal words of the seed', async () => {
      const answer = await callSoap(gateway, 'HaalImportsstatussen', root);
      expect(contentOf(answer.body)).toMatchObject({ Totaal: '342', Regel: line });
      expect(publisher.payloadsOf(ListImportRecords)).toMatchObject([{ importId: 'duo', sort: [], page: 1, pageSize: 100 }]);
    });

    it('R85 R88 filters on status, action and name, and sorts', async () => {
      const filter = `<Filter><Importstatus>Dubbelen gevonden</Importstatus><Importstatus>Succes</Importstatus><Publicatieactie>Zichtbaar maken na import negeer dubbelen</Publicatieactie><Organisatienaam>regenboog</Organisatienaam></Filter>`;
      await callSoap(gateway, 'HaalImportsstatussen', `${root}${filter}<Sortering><Veld>Organisatienaam</Veld><Richting>Aflopend</Richting></Sortering><Pagina>3</Pagina><Paginagrootte>500</Paginagrootte>`);
      expect(publisher.payloadsOf(ListImportRecords)).toMatchObject([
        {
          importId: 'duo',
          statuses: ['DUPLICATES_FOUND', 'SUCCESS'],
          publicationActions: ['SHOW_IGNORE_DUPLICATES'],
          name: 'regenboog',
          sort: [{ field: 'name', descending: true }],
          page: 3,
          pageSize: 500,
        },
      ]);
    });

    it.each(['Importstatus', 'Publicatieactie', 'Organisatienaam', 'BronID'])('R88 sorts on %s, upwards unless told', async (field) => {
      await callSoap(gateway, 'HaalImportsstatussen', `${root}<Sortering><Veld>${field}</Veld></Sortering>`);
      expect(publisher.payloadsOf(ListImportRecords)[0]?.sort).toMatchObject([{ descending: false }]);
    });

    it('R88 gives at most 500 at a time', async () => {
      expect(faultIn(await callSoap(gateway, 'HaalImportsstatussen', `${root}<Paginagrootte>501</Paginagrootte>`))).toMatchObject({ detail: 'OngeldigeInvoer' });
    });
  });

  describe('WijzigPublicatieActie', () => {
    const order = `${root}<GidsID>100200</GidsID><PublicatieActie>NIET zichtbaar maken na import</PublicatieActie>`;

    it('R89 changes the action on the version that the record has, in the name of who calls', async () => {
      const answer = await callSoap(gateway, 'WijzigPublicatieActie', order);
      expect(contentOf(answer.body)).toMatchObject({ Regel: { BronID: '16AH00', Publicatieactie: 'NIET zichtbaar maken na import' } });
      expect(publisher.payloadsOf(ListImportRecords)).toMatchObject([{ importId: 'duo', gidsId: 100_200 }]);
      expect(publisher.payloadsOf(ChangePublicationAction)).toEqual([{ id: 1042, version: 7, publicationAction: 'DO_NOT_SHOW', unlink: false, by }]);
    });

    it('R89 finds the record by its BronID too', async () => {
      await callSoap(gateway, 'WijzigPublicatieActie', order.replace('<GidsID>100200</GidsID>', '<BronID>16AH00</BronID>'));
      expect(publisher.payloadsOf(ListImportRecords)).toMatchObject([{ importId: 'duo', recordId: '16AH00' }]);
      expect(publisher.payloadsOf(ListImportRecords)[0]).not.toHaveProperty('gidsId');
    });

    it('R89 looks once more at a record that changed at that very moment, and no more than once', async () => {
      const stale = { kind: 'stale', code: 'staleVersion', message: 'Intussen gewijzigd.' } as const;
      let looks = 0;
      publisher.refuses(ChangePublicationAction, stale).replies(ListImportRecords, () => {
        looks += 1;
        if (looks === 2) publisher.replies(ChangePublicationAction, () => record);
        return { items: [{ ...record, version: 6 + looks }], total: 1 };
      });
      expect(await callSoap(gateway, 'WijzigPublicatieActie', order)).toMatchObject({ status: 200 });
      expect(publisher.payloadsOf(ChangePublicationAction).map(({ version }) => version)).toEqual([7, 8]);
      publisher.refuses(ChangePublicationAction, stale);
      const answer = await callSoap(gateway, 'WijzigPublicatieActie', order);
      expect(faultIn(answer)).toMatchObject({ code: 'soap:Server', text: 'Intussen gewijzigd.' });
      expect(publisher.payloadsOf(ChangePublicationAction)).toHaveLength(4);
    });

    it('A18 R89 of a linked record is a GekoppeldConflict', async () => {
      publisher.refuses(ChangePublicationAction, { kind: 'conflict', code: 'linked', message: 'Dit record is gekoppeld.' });
      expect(faultIn(await callSoap(gateway, 'WijzigPublicatieActie', order))).toMatchObject({ detail: 'GekoppeldConflict', text: 'Dit record is gekoppeld.' });
    });

    it('R29 knows the three actions of the seed and no other', async () => {
      for (const action of ['Zichtbaar maken na succesvolle import', 'Zichtbaar maken na import negeer dubbelen', 'NIET zichtbaar maken na import']) {
        expect(await callSoap(gateway, 'WijzigPublicatieActie', order.replace('NIET zichtbaar maken na import', action))).toMatchObject({ status: 200 });
      }
      expect(faultIn(await callSoap(gateway, 'WijzigPublicatieActie', order.replace('NIET zichtbaar', 'Nooit')))).toMatchObject({ detail: 'OngeldigeInvoer', content: { Fout: { Veld: 'PublicatieActie' } } });
    });

    it('R89 of a record that is not there, or not the only one, or not named, is refused', async () => {
      publisher.replies(ListImportRecords, () => ({ items: [], total: 0 }));
      expect(faultIn(await callSoap(gateway, 'WijzigPublicatieActie', order))).toMatchObject({ detail: 'OnbekendeOrganisatie', text: 'Deze import heeft geen record met GidsID 100200.' });
      publisher.replies(ListImportRecords, () => ({ items: [record, record], total: 2 }));
      expect(faultIn(await callSoap(gateway, 'WijzigPublicatieActie', order))).toMatchObject({ detail: 'NietToegestaan' });
      expect(faultIn(await callSoap(gateway, 'WijzigPublicatieActie', order.replace('<GidsID>100200</GidsID>', '')))).toMatchObject({ detail: 'OngeldigeInvoer', content: { Fout: { Veld: 'GidsID' } } });
      expect(publisher.payloadsOf(ChangePublicationAction)).toEqual([]);
    });
  });

  describe('KoppeldeAanGidsOrganisatie', () => {
    const order = `${root}<GidsID>100200</GidsID>`;

    it('R90 links to a managed organisation', async () => {
      const answer = await callSoap(gateway, 'KoppeldeAanGidsOrganisatie', `${order}<GekoppeldeGidsOrganisatieID>102938</GekoppeldeGidsOrganisatieID>`);
      expect(contentOf(answer.body)).toMatchObject({ Regel: { GekoppeldeGidsOrganisatieID: '102938' } });
      expect(publisher.payloadsOf(LinkOrganisation)).toEqual([{ id: 1042, version: 7, gidsId: 102_938, by }]);
    });

    it.each(['<GekoppeldeGidsOrganisatieID xsi:nil="true"/>', '<GekoppeldeGidsOrganisatieID></GekoppeldeGidsOrganisatieID>'])('R90 ends the link by %s', async (nothing) => {
      await callSoap(gateway, 'KoppeldeAanGidsOrganisatie', order + nothing);
      expect(publisher.payloadsOf(LinkOrganisation)).toEqual([{ id: 1042, version: 7, by }]);
    });

    it('R90 never ends a link because an element was forgotten', async () => {
      expect(faultIn(await callSoap(gateway, 'KoppeldeAanGidsOrganisatie', order))).toMatchObject({ detail: 'OngeldigeInvoer', content: { Fout: { Veld: 'GekoppeldeGidsOrganisatieID', Code: 'verplicht' } } });
      expect(publisher.payloadsOf(LinkOrganisation)).toEqual([]);
    });

    it('R54 R90 on another action is NietToegestaan', async () => {
      publisher.refuses(LinkOrganisation, { kind: 'conflict', code: 'wrongAction', message: 'Zet eerst de publicatieactie.' });
      const answer = await callSoap(gateway, 'KoppeldeAanGidsOrganisatie', `${order}<GekoppeldeGidsOrganisatieID>1</GekoppeldeGidsOrganisatieID>`);
      expect(faultIn(answer)).toMatchObject({ detail: 'NietToegestaan', text: 'Zet eerst de publicatieactie.' });
    });
  });

  describe('ImportToelichtingOpslaan', () => {
    it('R91 saves the note, over as many lines as wanted', async () => {
      const answer = await callSoap(gateway, 'ImportToelichtingOpslaan', `${root}<GidsID>100200</GidsID><ImportToelichting><![CDATA[Gebeld: <niet> tonen\n& later]]></ImportToelichting>`);
      expect(contentOf(answer.body)).toMatchObject({ Regel: { ImportToelichting: 'Gebeld: <niet> tonen\n& later' } });
      expect(publisher.payloadsOf(SaveImportNote)).toEqual([{ id: 1042, version: 7, note: 'Gebeld: <niet> tonen\n& later', by }]);
    });

    it('R91 takes it away by an empty one, and refuses one of more than 4.000 characters', async () => {
      await callSoap(gateway, 'ImportToelichtingOpslaan', `${root}<GidsID>100200</GidsID><ImportToelichting/>`);
      expect(publisher.payloadsOf(SaveImportNote)).toMatchObject([{ note: '' }]);
      const answer = await callSoap(gateway, 'ImportToelichtingOpslaan', `${root}<GidsID>100200</GidsID><ImportToelichting>${'x'.repeat(4_001)}</ImportToelichting>`);
      expect(faultIn(answer)).toMatchObject({ detail: 'OngeldigeInvoer', content: { Fout: { Veld: 'ImportToelichting', Code: 'teLang' } } });
    });
  });

  describe('KopieerOrganisatie', () => {
    const order = '<OrganisatieID>884213</OrganisatieID><BovenliggendeOrganisatieID>100009</BovenliggendeOrganisatieID><AccountmanagerID>m.devries</AccountmanagerID>';

    it('R63 R92 copies under another parent and account manager', async () => {
      const answer = await callSoap(gateway, 'KopieerOrganisatie', order);
      expect(contentOf(answer.body)).toEqual({ NieuwGidsID: '102938', ContractID: '102938', Zichtbaar: 'true' });
      expect(publisher.payloadsOf(CopyOrganisation)).toEqual([{ gidsId: 884_213, parentGidsId: 100_009, accountManager: 'm.devries', withProducts: false, by }]);
    });

    it('R64 R92 tells why an invalid one is not visible', async () => {
      const findings = [{ severity: 'error' as const, code: 'mandatoryFieldEmpty', field: 'Straat', value: '', message: 'Straat: verplicht veld is leeg.' }];
      publisher.replies(CopyOrganisation, () => ({ ...directoryOrganisationExample, visible: false, findings }));
      expect(contentOf((await callSoap(gateway, 'KopieerOrganisatie', order)).body)).toMatchObject({ Zichtbaar: 'false', Validatiefout: { Veld: 'Straat', Melding: 'Straat: verplicht veld is leeg.' } });
    });

    it.each([
      ['forbidden', 'GeenRecht', []],
      ['notFound', 'OnbekendeOrganisatie', []],
      ['conflict', 'NietToegestaan', []],
      ['invalid', 'OngeldigeInvoer', [{ field: 'parentGidsId', code: 'required', message: 'Geef een bovenliggende organisatie.' }]],
      ['invalid', 'OnbekendeAccountmanager', [{ field: 'accountManager', code: 'unknown', message: 'Deze accountmanager is niet bekend.' }]],
    ] as const)('R92 tells that it is %s as %s', async (kind, detail, errors) => {
      publisher.refuses(CopyOrganisation, { kind, code: 'eigenCode', message: 'Dit kan niet.', errors: [...errors] });
      expect(faultIn(await callSoap(gateway, 'KopieerOrganisatie', order))).toMatchObject({ detail, text: 'Dit kan niet.' });
    });
  });

  it('R87 an importorganisatie that is not one is unknown', async () => {
    publisher.refuses(ShowImportOrganisation, { kind: 'notFound', code: 'unknownImportOrganisation', message: 'Er is geen importorganisatie met G!DS-ID 5.' });
    const answer = await callSoap(gateway, 'HaalImportsstatussen', '<ImportOrganisatieID>5</ImportOrganisatieID>');
    expect(faultIn(answer)).toMatchObject({ detail: 'OnbekendeOrganisatie', text: 'Er is geen importorganisatie met G!DS-ID 5.' });
  });

  it('e15 a service that does not answer is nobody’s fault but ours', async () => {
    publisher.refuses(ListImportRecords, { kind: 'unavailable', code: 'serviceUnavailable', message: 'De dienst antwoordt niet.' });
    const answer = await callSoap(gateway, 'HaalImportsstatussen', root, {}, soap12);
    expect(answer.status).toBe(500);
    expect(faultIn(answer)).toMatchObject({ code: 'soap:Receiver', text: 'De dienst antwoordt niet.', detail: undefined });
  });
});
