import { ChangePublicationAction, ListImportRecords, ProcessImportedOrganisation, SaveImportNote, ShowImportOrganisation } from '@gids/contracts';
import { recordDetailExample } from '../api/examples.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { callSoap, faultIn } from '../testing/soap-request.js';
import { StandInService } from '../testing/stand-in-service.js';

const imports: Record<number, string> = { 100_001: 'duo', 100_002: 'lrk' };
const root = '<ImportOrganisatieID>100001</ImportOrganisatieID>';
const report = `${root}<BronID>16AH00</BronID><GidsID>100200</GidsID><Conversiefout>false</Conversiefout><Zichtbaarmaken>true</Zichtbaarmaken>`;
const note = `${root}<GidsID>100200</GidsID><ImportToelichting>Bel jan@voorbeeld.nl</ImportToelichting>`;

interface Kept {
  actor_kind: string;
  actor: string;
  operation: string;
  object: string;
  asked: Record<string, unknown>;
  status: number;
}

describe('scripts over SOAP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;
  let script: { authorization: string };

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
    const made = (await (await gateway.postJson('/v1/sleutels', { naam: 'duo-script', import: 'duo' })).json()) as { sleutel: string };
    script = { authorization: `Bearer ${made.sleutel}` };
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher')
      .replies(ShowImportOrganisation, ({ gidsId }) => ({ gidsId, importId: imports[gidsId] ?? '', name: `${imports[gidsId]}-import` }))
      .replies(ListImportRecords, () => ({ items: [recordDetailExample], total: 1 }))
      .replies(ProcessImportedOrganisation, () => recordDetailExample)
      .replies(SaveImportNote, () => recordDetailExample);
  });

  const newest = async (operation: string): Promise<Kept | undefined> => {
    const kept = await gateway.query<Kept>(
      'SELECT actor_kind, actor, operation, object, asked, status FROM audit_entry JOIN audit_outcome ON entry_id = audit_entry.id WHERE operation = $1 ORDER BY audit_entry.id DESC LIMIT 1',
      [operation],
    );
    return kept[0];
  };

  it('R78 R87 register their records, as the script that they are', async () => {
    expect(await callSoap(gateway, 'VerwerkGeimporteerdeOrganisatie', report, script)).toMatchObject({ status: 200 });
    expect(publisher.actorsOf(ProcessImportedOrganisation)).toEqual([{ kind: 'SCRIPT', name: 'duo-script', systemAdministrator: false, importRights: ['duo'] }]);
    expect(publisher.payloadsOf(ProcessImportedOrganisation)).toMatchObject([{ by: 'duo-script' }]);
  });

  it('R78 R88 read the records of their own import, and of no other', async () => {
    expect(await callSoap(gateway, 'HaalImportsstatussen', root, script)).toMatchObject({ status: 200 });
    const answer = await callSoap(gateway, 'HaalImportsstatussen', root.replace('100001', '100002'), script);
    expect(faultIn(answer)).toMatchObject({ detail: 'GeenImportrecht', text: 'U hebt het importrecht van import "lrk" niet. Een systeembeheerder kan het geven.' });
    expect(publisher.payloadsOf(ListImportRecords)).toHaveLength(1);
  });

  it.each(['WijzigPublicatieActie', 'KoppeldeAanGidsOrganisatie', 'ImportToelichtingOpslaan', 'KopieerOrganisatie'])('R78 R91 do no work of people: %s is refused before anything is asked', async (operation) => {
    const answer = await callSoap(gateway, operation, note, script);
    expect(faultIn(answer)).toMatchObject({ code: 'soap:Client', detail: operation === 'KopieerOrganisatie' ? 'GeenRecht' : 'GeenImportrecht' });
    expect(publisher.asked).toEqual([]);
    expect(await newest(operation)).toMatchObject({ actor_kind: 'key', actor: 'duo-script', status: 403 });
  });

  it('e9 are refused where their key came without TLS', async () => {
    const answer = await callSoap(gateway, 'HaalImportsstatussen', root, { ...script, 'x-forwarded-proto': 'http' });
    expect(answer.status).toBe(403);
    expect(faultIn(answer).text).toContain('onversleuteld');
    expect(publisher.asked).toEqual([]);
  });

  it('e27 are in the same log as what is done by REST, without what may not be kept', async () => {
    await callSoap(gateway, 'VerwerkGeimporteerdeOrganisatie', report, script);
    expect(await newest('VerwerkGeimporteerdeOrganisatie')).toMatchObject({
      actor_kind: 'key',
      actor: 'duo-script',
      object: 'soap/import',
      asked: { ImportOrganisatieID: 100_001, BronID: '16AH00', GidsID: 100_200, Conversiefout: false, Zichtbaarmaken: true },
      status: 200,
    });
    await callSoap(gateway, 'ImportToelichtingOpslaan', note);
    const kept = await newest('ImportToelichtingOpslaan');
    expect(kept).toMatchObject({ actor_kind: 'token', status: 200 });
    expect(JSON.stringify(kept)).not.toContain('jan@voorbeeld.nl');
  });

  it.each([
    ['conflict', 409],
    ['notFound', 404],
    ['forbidden', 403],
  ] as const)('e27 keep how it ended: %s as %i, like REST', async (kind, status) => {
    publisher.refuses(ChangePublicationAction, { kind, code: 'eigenCode', message: 'Dit kan niet.' });
    await callSoap(gateway, 'WijzigPublicatieActie', `${root}<GidsID>100200</GidsID><PublicatieActie>NIET zichtbaar maken na import</PublicatieActie>`);
    expect(await newest('WijzigPublicatieActie')).toMatchObject({ actor_kind: 'token', status });
  });

  it('e27 keep nothing of what is only read', async () => {
    await callSoap(gateway, 'HaalImportsstatussen', root);
    expect(await newest('HaalImportsstatussen')).toBeUndefined();
  });
});
