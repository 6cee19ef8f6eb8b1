import { ChangeProduct, CreateProduct, DeleteProduct, ListProducts } from '@gids/contracts';
import { productExample } from '../api/directory-examples.js';
import { productSchema, productsSchema } from '../api/product.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const by = 'opdrachtregel';
const ofOwner = '/v1/gids-organisaties/102938/producten';
const entered = { product: { naam: 'Dagopvang', soort: 'dagopvang', capaciteit: 48, prijsInCenten: 0, omschrijving: 'Van 7 tot 7.', kenmerken: { kindplaatsen: '48' } }, zichtbaar: false };
const ordered = { product: { kind: 'DAY_CARE_PLACES', name: 'Dagopvang', description: 'Van 7 tot 7.', capacity: 48, price: 0, attributes: { capacity: '48' } }, visible: false };

describe('products over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher')
      .replies(ListProducts, () => ({ own: [productExample], offered: [{ ...productExample, gidsId: 7, sourceId: 'lrk' }], takenOver: [] }))
      .replies(CreateProduct, () => productExample)
      .replies(ChangeProduct, ({ version }) => ({ ...productExample, version: version + 1 }))
      .replies(DeleteProduct, ({ gidsId }) => ({ gidsId }));
  });

  it('R59 are listed by how they came: own, offered through a link, taken over', async () => {
    const all = productsSchema.parse(await (await gateway.ask(ofOwner)).json());
    expect(all).toMatchObject({
      _embedded: {
        eigen: [{ gidsId: 102_950, eigenaarGidsId: 102_938, bron: null, product: { soort: 'cursus', prijsInCenten: 1_250 } }],
        aangeboden: [{ gidsId: 7, bron: 'lrk' }],
        overgenomen: [],
      },
      _links: { self: { href: `${publicUrl}${ofOwner}` } },
    });
    expect(publisher.payloadsOf(ListProducts)).toEqual([{ ownerGidsId: 102_938 }]);
  });

  it('are entered under an organisation', async () => {
    const response = await gateway.postJson(ofOwner, entered);
    expect(response.status).toBe(201);
    expect(productSchema.parse(await response.json()).versie).toBe(1);
    expect(response.headers.get('location')).toBe(`${publicUrl}/v1/producten/102950`);
    expect(response.headers.get('etag')).toBe('"1"');
    expect(publisher.payloadsOf(CreateProduct)).toEqual([{ ownerGidsId: 102_938, ...ordered, by }]);
  });

  it('are changed, shown and hidden on the version that was seen', async () => {
    const response = await gateway.write('PUT', '/v1/producten/102950', 1, entered);
    expect(response.headers.get('etag')).toBe('"2"');
    expect(publisher.payloadsOf(ChangeProduct)).toEqual([{ gidsId: 102_950, version: 1, ...ordered, by }]);
  });

  it('R12 are not changed where an import brings them, as the publisher says', async () => {
    publisher.refuses(ChangeProduct, { kind: 'conflict', code: 'imported', message: 'Een geïmporteerd product kan niemand wijzigen.' });
    expect((await gateway.write('PUT', '/v1/producten/7', 1, entered)).status).toBe(409);
  });

  it('are deleted', async () => {
    expect((await gateway.write('DELETE', '/v1/producten/102950', 1)).status).toBe(204);
    expect(publisher.payloadsOf(DeleteProduct)).toEqual([{ gidsId: 102_950, version: 1, by }]);
  });

  it.each([
    ['nothing', {}, ['product', 'zichtbaar']],
    ['no name and no kind', { product: {}, zichtbaar: true }, ['product/naam', 'product/soort']],
    ['wrong numbers', { product: { ...entered.product, capaciteit: -1, prijsInCenten: 12.5 }, zichtbaar: true }, ['product/capaciteit', 'product/prijsInCenten']],
    ['an unknown kind', { product: { ...entered.product, soort: 'bibliotheek' }, zichtbaar: true }, ['product/soort']],
    ['another owner', { ...entered, eigenaarGidsId: 5 }, ['eigenaarGidsId']],
  ])('N5 answer 400 to %s', async (_what, body, fields) => {
    const response = await gateway.postJson(ofOwner, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
    expect(publisher.asked).toEqual([]);
  });

  it.each([
    [ListProducts, () => gateway.ask(ofOwner)],
    [CreateProduct, () => gateway.postJson(ofOwner, entered)],
  ])('answer 404 under an organisation that is not there', async (definition, ask) => {
    publisher.refuses(definition, { kind: 'notFound', code: 'unknownOrganisation', message: 'Organisatie 102938 bestaat niet.' });
    expect((await ask()).status).toBe(404);
  });
});
