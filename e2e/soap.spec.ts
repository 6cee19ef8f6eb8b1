import { Api, type OrganisationJson } from './support/api.js';
import { schoolFile } from './support/school-file.js';
import { nil, SoapClient, soapPorts, type SoapCall } from './support/soap-client.js';
import { Standalone } from './support/standalone.js';
import { temporaryFolder } from './support/temporary.js';

const source = 'duo-po';
const person = 'beheerder';
/** Who acts with the machine token. */
const commandLine = 'opdrachtregel';
const hide = 'NIET zichtbaar maken na import';
const show = 'Zichtbaar maken na succesvolle import';

describe.each(soapPorts)('a foreign SOAP client on %s', (port) => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let installation: Standalone;
  let api: Api;
  let client: SoapClient;
  let ImportOrganisatieID: number;

  beforeAll(async () => {
    folder = await temporaryFolder();
    installation = await Standalone.start(folder.path);
    api = new Api(installation);
    client = new SoapClient(installation, port);
    const file = schoolFile([
      { code: '91AA00', name: 'Basisschool De Zeep', houseNumber: 1 },
      { code: '91AB00', name: 'Basisschool Het Schuim', houseNumber: 2 },
    ]);
    expect((await api.importText(source, file)).status).toBe('voltooid');
    const roots = await api.get<{ _embedded: { item: { gidsId: number; organisatie: { naam: string } }[] } }>('/gids-organisaties?beheer=importorganisatie');
    ImportOrganisatieID = roots._embedded.item.find(({ organisatie }) => organisatie.naam === 'DUO-import')?.gidsId ?? 0;
  });
  afterAll(async () => {
    await installation.stop();
    await folder.remove();
  });

  const record = (code: string) => api.record(source, code);

  async function library(naam: string, huisnummer: number): Promise<number> {
    const bezoekadres = { straatnaam: 'Kerkstraat', huisnummer, postcode: '9401AA', woonplaats: 'Assen' };
    const body = { organisatie: { naam, soort: 'bibliotheek', bezoekadres }, zichtbaar: true, contract: { accountmanager: person } };
    const { gidsId } = await api.act<OrganisationJson>('POST', '/gids-organisaties', body);
    await api.act('PUT', `/gids-organisaties/${gidsId}/rollen/accountmanager/${person}`);
    return gidsId;
  }

  /** Lets who calls put organisations under one. */
  const letCommandLineManage = (gidsId: number) => api.act('PUT', `/gids-organisaties/${gidsId}/rollen/accountmanager/${commandLine}`);

  it.each(['VerwerkGeimporteerdeOrganisatie', 'LogGeimporteerdeOrganisatie'])('R87 A12 %s registers, validates and executes the action', async (operation) => {
    const { gidsId: GidsID } = await record('91AA00');
    const report = { ImportOrganisatieID, BronID: '91AA00', GidsID, Conversiefout: false, Statustoelichting: '', Zichtbaarmaken: true };
    const call = (different: object): SoapCall => ({ operation, arguments: { ...report, ...different } });
    const outcomes = await client.callAll([
      call({ Conversiefout: true, Statustoelichting: 'veld X & <Y>' }),
      call({ Zichtbaarmaken: false }),
      call({}),
      call({}),
    ]);
    const done = (result: object) => ({ result: expect.objectContaining({ Publicatieactie: show, Dubbelen: [], ...result }) as object });
    expect(outcomes).toEqual([
      done({ Importstatus: 'Conversiefouten', Statustoelichting: 'veld X & <Y>', Zichtbaar: false }),
      done({ Importstatus: 'Succes', Zichtbaar: false }),
      done({ Importstatus: 'Succes', Zichtbaar: true }),
      done({ Importstatus: 'Succes', Zichtbaar: true }),
    ]);
    expect(await api.isPublic(GidsID)).toBe(true);
  });

  it('R13 R87 refuses what is not of the import, by the faults of the WSDL', async () => {
    const managed = await library('Bibliotheek Zeep', 7);
    const report = { ImportOrganisatieID, BronID: '91AA00', Conversiefout: false, Zichtbaarmaken: true };
    const outcomes = await client.callAll(
      [{ GidsID: managed }, { GidsID: 2_000_000_000 }, {}, { GidsID: 1, BronID: '' }, { GidsID: 1, ImportOrganisatieID: managed }].map((different) => ({
        operation: 'VerwerkGeimporteerdeOrganisatie',
        arguments: { ...report, ...different },
      })),
    );
    expect(outcomes.map(({ fault }) => [fault?.detail, fault?.fields])).toEqual([
      ['NietToegestaan', []],
      ['OnbekendeOrganisatie', []],
      ['OngeldigeInvoer', ['GidsID']],
      ['OngeldigeInvoer', ['BronID']],
      ['OnbekendeOrganisatie', []],
    ]);
  });

  it('R88 HaalImportsstatussen filters, sorts and pages', async () => {
    const [all, named, hidden] = await client.callAll([
      { operation: 'HaalImportsstatussen', arguments: { ImportOrganisatieID, Pagina: 1, Paginagrootte: 2 } },
      { operation: 'HaalImportsstatussen', arguments: { ImportOrganisatieID, Filter: { Importstatus: ['Succes'], Organisatienaam: 'het schuim' }, Sortering: { Veld: 'Organisatienaam', Richting: 'Aflopend' } } },
      { operation: 'HaalImportsstatussen', arguments: { ImportOrganisatieID, Filter: { Publicatieactie: [hide] } } },
    ]);
    expect(all?.result).toMatchObject({ Totaal: 302, Regel: [{}, {}] });
    expect(named?.result).toMatchObject({ Totaal: 1, Regel: [{ BronID: '91AB00', Naam: 'Basisschool Het Schuim', LaatsteImportStatus: 'Succes', Publicatieactie: show, GekoppeldeGidsOrganisatieID: null }] });
    expect(hidden?.result).toMatchObject({ Totaal: 0, Regel: [] });
  });

  it('R89 R90 R91 decides on a record, as a person does', async () => {
    const { gidsId: GidsID } = await record('91AB00');
    const managed = await library('Bibliotheek Schuim', 9);
    const own = { ImportOrganisatieID, GidsID };
    const link = (GekoppeldeGidsOrganisatieID: unknown): SoapCall => ({ operation: 'KoppeldeAanGidsOrganisatie', arguments: { ...own, GekoppeldeGidsOrganisatieID } });
    const action = (PublicatieActie: string): SoapCall => ({ operation: 'WijzigPublicatieActie', arguments: { ...own, PublicatieActie } });
    const outcomes = await client.callAll([
      link(managed),
      action(hide),
      link(managed),
      action(show),
      { operation: 'ImportToelichtingOpslaan', arguments: { ...own, ImportToelichting: 'Afgesproken: <niet> tonen & bellen' } },
      link(nil),
      action(show),
    ]);
    const line = (Regel: object) => expect.objectContaining(Regel) as object;
    expect(outcomes).toEqual([
      { fault: { message: expect.stringContaining(hide) as string, detail: 'NietToegestaan', fields: [] } },
      { result: line({ Publicatieactie: hide }) },
      { result: line({ GekoppeldeGidsOrganisatieID: managed }) },
      { fault: { message: expect.stringContaining('gekoppeld') as string, detail: 'GekoppeldConflict', fields: [] } },
      { result: line({ ImportToelichting: 'Afgesproken: <niet> tonen & bellen' }) },
      { result: line({ GekoppeldeGidsOrganisatieID: null }) },
      { result: line({ Publicatieactie: show }) },
    ]);
    expect(await record('91AB00')).toMatchObject({ publicatieactie: 'zichtbaarNaSucces', zichtbaar: true, gekoppeldeGidsOrganisatieId: null });
  });

  it('R92 KopieerOrganisatie makes a new organisation under another parent, and says what is unknown', async () => {
    const { gidsId: OrganisatieID } = await record('91AB00');
    const BovenliggendeOrganisatieID = await library('Bibliotheek Kopie', 11);
    const copy = (different: object): SoapCall => ({ operation: 'KopieerOrganisatie', arguments: { OrganisatieID, BovenliggendeOrganisatieID, AccountmanagerID: person, ...different } });
    const outsider = await client.call('KopieerOrganisatie', copy({}).arguments);
    expect(outsider.fault).toMatchObject({ detail: 'GeenRecht' });
    await letCommandLineManage(BovenliggendeOrganisatieID);
    const [made, unknown, nobody] = await client.callAll([copy({}), copy({ OrganisatieID: 2_000_000_000 }), copy({ AccountmanagerID: 'niemand' })]);
    expect(made?.result).toMatchObject({ NieuwGidsID: expect.any(Number) as number, Zichtbaar: true, Validatiefout: [] });
    const { NieuwGidsID, ContractID } = made?.result as { NieuwGidsID: number; ContractID: number };
    expect(ContractID).toBe(NieuwGidsID);
    expect(await api.get(`/gids-organisaties/${NieuwGidsID}`)).toMatchObject({ gekopieerdVanGidsId: OrganisatieID, contract: { bovenliggendeOrganisatieId: BovenliggendeOrganisatieID } });
    expect(unknown?.fault).toMatchObject({ detail: 'OnbekendeOrganisatie' });
    expect(nobody?.fault).toMatchObject({ detail: 'OnbekendeAccountmanager', fields: ['AccountmanagerID'] });
  });

  it('R78 e2 a script registers and reads with its key, and does no work of people', async () => {
    const { sleutel } = await api.act<{ sleutel: string }>('POST', '/sleutels', { naam: 'duo-script', import: 'duo' });
    const { gidsId: GidsID } = await record('91AA00');
    const outcomes = await new SoapClient(installation, port, sleutel).callAll([
      { operation: 'VerwerkGeimporteerdeOrganisatie', arguments: { ImportOrganisatieID, BronID: '91AA00', GidsID, Conversiefout: false, Zichtbaarmaken: true } },
      { operation: 'HaalImportsstatussen', arguments: { ImportOrganisatieID } },
      { operation: 'WijzigPublicatieActie', arguments: { ImportOrganisatieID, GidsID, PublicatieActie: hide } },
      { operation: 'ImportToelichtingOpslaan', arguments: { ImportOrganisatieID, GidsID, ImportToelichting: 'x' } },
      { operation: 'KoppeldeAanGidsOrganisatie', arguments: { ImportOrganisatieID, GidsID, GekoppeldeGidsOrganisatieID: nil } },
      { operation: 'KopieerOrganisatie', arguments: { OrganisatieID: GidsID, BovenliggendeOrganisatieID: 1, AccountmanagerID: person } },
    ]);
    expect(outcomes.map(({ result, fault }) => fault?.detail ?? typeof result)).toEqual(['object', 'object', 'GeenImportrecht', 'GeenImportrecht', 'GeenImportrecht', 'GeenRecht']);
    const stranger = new SoapClient(installation, port, 'onzin').call('HaalImportsstatussen', { ImportOrganisatieID });
    expect((await stranger).fault).toMatchObject({ message: expect.stringContaining('Meld u aan') as string });
  });
});
