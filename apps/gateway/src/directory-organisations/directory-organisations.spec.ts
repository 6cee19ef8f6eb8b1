import {
  ChangeContract,
  ChangeOrganisation,
  ChangeVisibility,
  ConfirmOrganisation,
  CreateOrganisation,
  DeleteOrganisation,
  ListOrganisations,
  ShowOrganisation,
} from '@gids/contracts';
import { directoryOrganisationExample } from '../api/directory-examples.js';
import { directoryOrganisationSchema } from '../api/directory-organisation.js';
import { pageSchema } from '../api/page.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/gids-organisaties';
const by = 'opdrachtregel';
const { organisation } = directoryOrganisationExample;
const organisatie = {
  naam: "OBS 't Eenspan",
  soort: 'basisschool',
  bezoekadres: { straatnaam: 'Oosterstraat', huisnummer: 58, postcode: '7822HG', woonplaats: 'Emmen' },
  postadres: null,
  telefoon: '0591659840',
  website: 'https://www.obs-eenspan.nl',
  openingstijden: [{ dag: 'maandag', van: '08:30', tot: '15:00' }],
  omschrijving: 'Openbare basisschool in Emmen.',
  identificaties: [{ stelsel: 'BRIN', nummer: '16AH' }],
  kenmerken: { denominatie: 'Openbaar' },
};
const contract = { bovenliggendeOrganisatieId: 100_009, accountmanager: ' m.devries ', controletermijn: 13 };
const agreed = { parentGidsId: 100_009, accountManager: 'm.devries', controlTerm: 13, notifyEditorsOnImportedProductChanges: false };

describe('organisations of the back office over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    const changed = ({ version }: { version: number }) => ({ ...directoryOrganisationExample, version: version + 1 });
    publisher = new StandInService(gateway.requests, 'publisher')
      .replies(ListOrganisations, () => ({ items: [directoryOrganisationExample], total: 121 }))
      .replies(ShowOrganisation, ({ gidsId }) => ({ ...directoryOrganisationExample, gidsId }))
      .replies(CreateOrganisation, () => ({ ...directoryOrganisationExample, version: 1 }))
      .replies(ChangeOrganisation, changed)
      .replies(ChangeVisibility, (order) => ({ ...changed(order), visible: order.visible }))
      .replies(ChangeContract, changed)
      .replies(ConfirmOrganisation, changed)
      .replies(DeleteOrganisation, ({ gidsId }) => ({ gidsId }));
  });

  it('R71 are listed whether visible or not, by name, town, parent and management', async () => {
    const query = 'naam=eenspan&plaats=Emmen&bovenliggendeOrganisatieId=100009&beheer=beheerd,geimporteerd&zichtbaar=false&page=1&pageSize=50&count=true';
    const page = pageSchema(directoryOrganisationSchema).parse(await (await gateway.ask(`${path}?${query}`)).json());
    expect(page).toMatchObject({ nextPage: 2, totaal: 121, _embedded: { item: [{ gidsId: 102_938, beheer: 'beheerd' }] } });
    expect(publisher.payloadsOf(ListOrganisations)).toEqual([
      { name: 'eenspan', town: 'Emmen', parentGidsId: 100_009, managements: ['MANAGED', 'IMPORTED'], visible: false, page: 1, pageSize: 50 },
    ]);
  });

  it('R71 are shown to who is signed in, and to nobody else', async () => {
    const response = await gateway.ask(`${path}/102938`);
    expect(directoryOrganisationSchema.parse(await response.json())).toMatchObject({ gidsId: 102_938, versie: 3 });
    expect(response.headers.get('etag')).toBe('"3"');
    expect((await gateway.askAsStranger(`${path}/102938`)).status).toBe(401);
  });

  it('R61 are entered with their contract, in the name of who asks', async () => {
    const response = await gateway.postJson(path, { organisatie, zichtbaar: true, contract });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe(`${publicUrl}/v1/gids-organisaties/102938`);
    expect(response.headers.get('etag')).toBe('"1"');
    expect(publisher.payloadsOf(CreateOrganisation)).toEqual([{ organisation, visible: true, contract: agreed, by }]);
  });

  it('G10 get the usual control term where none is agreed', async () => {
    await gateway.postJson(path, { organisatie, zichtbaar: false, contract: { accountmanager: 'm.devries' } });
    expect(publisher.payloadsOf(CreateOrganisation)[0]?.contract).toEqual({ accountManager: 'm.devries', controlTerm: 26, notifyEditorsOnImportedProductChanges: false });
  });

  it('are changed as a whole, on the version that was seen', async () => {
    const response = await gateway.write('PUT', `${path}/102938`, 3, { organisatie });
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe('"4"');
    expect(publisher.payloadsOf(ChangeOrganisation)).toEqual([{ gidsId: 102_938, version: 3, organisation, by }]);
  });

  it('R12 R13 are not changed where an import brings them, as the publisher says', async () => {
    publisher.refuses(ChangeOrganisation, { kind: 'conflict', code: 'imported', message: 'Een geïmporteerde organisatie kan niemand wijzigen.' });
    const response = await gateway.write('PUT', `${path}/884213`, 3, { organisatie });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: 'imported', detail: 'Een geïmporteerde organisatie kan niemand wijzigen.' });
  });

  it('R61 are shown and hidden', async () => {
    const response = await gateway.write('PUT', `${path}/102938/zichtbaarheid`, 3, { zichtbaar: false });
    expect(await response.json()).toMatchObject({ zichtbaar: false, versie: 4 });
    expect(publisher.payloadsOf(ChangeVisibility)).toEqual([{ gidsId: 102_938, version: 3, visible: false, by }]);
  });

  it('get another contract, with the tick of R95', async () => {
    await gateway.write('PUT', `${path}/102938/contract`, 3, { ...contract, berichtBijWijzigingImportproducten: true });
    expect(publisher.payloadsOf(ChangeContract)).toEqual([
      { gidsId: 102_938, version: 3, contract: { ...agreed, notifyEditorsOnImportedProductChanges: true }, by },
    ]);
  });

  it('R10 keep their contract where an import brings them, as the publisher says', async () => {
    publisher.refuses(ChangeContract, { kind: 'conflict', code: 'imported', message: 'Een geïmporteerde organisatie blijft onder haar importorganisatie.' });
    expect((await gateway.write('PUT', `${path}/884213/contract`, 3, contract)).status).toBe(409);
  });

  it('R94 do not get an unlimited control term from a person, as the publisher says', async () => {
    const errors = [{ field: 'Controletermijn', code: 'importOnly', message: 'Alleen een import kan de controletermijn op onbeperkt zetten.' }];
    publisher.refuses(ChangeContract, { kind: 'invalid', code: 'invalidContract', message: '1 veld is niet juist ingevuld.', errors });
    const response = await gateway.write('PUT', `${path}/102938/contract`, 3, { ...contract, controletermijn: 'onbeperkt' });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld: 'controletermijn', code: 'importOnly' }] });
    expect(publisher.payloadsOf(ChangeContract)[0]?.contract.controlTerm).toBe('INFINITE');
  });

  it('G16 are confirmed', async () => {
    const response = await gateway.write('POST', `${path}/102938/controles`, 3);
    expect(response.status).toBe(200);
    expect(publisher.payloadsOf(ConfirmOrganisation)).toEqual([{ gidsId: 102_938, version: 3, by }]);
  });

  it('R50 are deleted', async () => {
    const response = await gateway.write('DELETE', `${path}/102938`, 3);
    expect({ status: response.status, body: await response.text() }).toEqual({ status: 204, body: '' });
    expect(publisher.payloadsOf(DeleteOrganisation)).toEqual([{ gidsId: 102_938, version: 3, by }]);
  });

  it('R50 are not deleted with organisations below them, as the publisher says', async () => {
    publisher.refuses(DeleteOrganisation, { kind: 'conflict', code: 'hasChildren', message: 'Er vallen 3 organisaties onder.' });
    const response = await gateway.write('DELETE', `${path}/102938`, 3);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ detail: 'Er vallen 3 organisaties onder.' });
  });

  it('N5 pass on everything that the publisher finds wrong', async () => {
    const errors = [
      { field: 'Straat', code: 'mandatoryFieldEmpty', message: 'Straat: verplicht veld is leeg.' },
      { field: 'Bovenliggende organisatie', code: 'unknownOrganisation', message: 'Organisatie 5 bestaat niet.' },
    ];
    publisher.refuses(CreateOrganisation, { kind: 'invalid', code: 'invalidOrganisation', message: '2 velden zijn niet juist ingevuld.', errors });
    const response = await gateway.postJson(path, { organisatie: { naam: 'De Vlinder', soort: 'bibliotheek' }, zichtbaar: true, contract });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld: 'bezoekadres/straatnaam' }, { veld: 'bovenliggendeOrganisatieId', melding: 'Organisatie 5 bestaat niet.' }] });
  });

  it.each([
    ['nothing', {}, ['contract', 'organisatie', 'zichtbaar']],
    ['an unknown field', { organisatie: { ...organisatie, gidsId: 5 }, zichtbaar: true, contract }, ['organisatie/gidsId']],
    ['text for a boolean', { organisatie, zichtbaar: 'ja', contract }, ['zichtbaar']],
    [
      'several wrong fields at once',
      {
        organisatie: { ...organisatie, soort: 'school', telefoon: '12', bezoekadres: { straatnaam: '', postcode: '7822 HG' }, openingstijden: [{ dag: 'morgen', van: '9', tot: '25:00' }] },
        zichtbaar: true,
        contract: { accountmanager: ' ', controletermijn: 0 },
      },
      [
        'contract/accountmanager',
        'contract/controletermijn',
        'organisatie/bezoekadres/postcode',
        'organisatie/bezoekadres/straatnaam',
        'organisatie/bezoekadres/woonplaats',
        'organisatie/openingstijden/0/dag',
        'organisatie/openingstijden/0/tot',
        'organisatie/openingstijden/0/van',
        'organisatie/soort',
        'organisatie/telefoon',
      ],
    ],
    ['a control character', { organisatie: { ...organisatie, naam: 'a\u0007' }, zichtbaar: true, contract }, ['organisatie/naam']],
    ['too long a name', { organisatie: { ...organisatie, naam: 'x'.repeat(501) }, zichtbaar: true, contract }, ['organisatie/naam']],
    ['a list', [], ['']],
  ])('N5 answer 400 to %s', async (_what, body, fields) => {
    const response = await gateway.postJson(path, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(publisher.asked).toEqual([]);
  });

  it.each(['beheer=iemand', 'zichtbaar=1', 'bovenliggendeOrganisatieId=x', 'pageSize=501', 'soort=basisschool'])('answer 400 to ?%s', async (query) => {
    const response = await gateway.ask(`${path}?${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld: query.split('=')[0] }] });
  });

  it('answer 404 to an id that is not there', async () => {
    publisher.refuses(ShowOrganisation, { kind: 'notFound', code: 'unknownOrganisation', message: 'Organisatie 5 bestaat niet.' });
    expect((await gateway.ask(`${path}/5`)).status).toBe(404);
    expect((await gateway.ask(`${path}/abc`)).status).toBe(400);
  });
});
