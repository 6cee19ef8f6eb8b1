import { ListImportRecords } from '@gids/contracts';
import { recordDetailExample } from '../api/examples.js';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { savedViewSchema, type SavedView } from './saved-view.js';

const path = '/v1/weergaven';
const content = { filter: { import: 'duo', ids: ['7'], importstatus: ['dubbelenGevonden'], gewijzigdVanaf: '2026-11-22T08:00:00+02:00' }, sort: ['-naam'], kolommen: ['naam', 'bronId'] };

describe('saved views over HTTP (SCREENS 3.2)', () => {
  let gateway: GatewayInTest;
  let number = 0;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());

  async function saved(naam = `Weergave ${(number += 1)}`, more: object = content): Promise<SavedView> {
    const response = await gateway.postJson(path, { naam, ...more });
    expect(response.status).toBe(201);
    return savedViewSchema.parse(await response.json());
  }

  const listed = async () => ((await (await gateway.ask(path)).json()) as { _embedded: { item: SavedView[] } })._embedded.item.map(({ naam }) => naam);

  it('are kept with filter, order and columns, and are input for the list again', async () => {
    const view = await saved();
    expect(view).toMatchObject({ ...content, filter: { ...content.filter, gewijzigdVanaf: '2026-11-22T06:00:00.000Z' }, versie: 1, _links: { self: { href: `${publicUrl}${path}/${view.id}` } } });
    const shown = await gateway.ask(`${path}/${view.id}`);
    expect([shown.headers.get('etag'), await shown.json()]).toEqual(['"1"', view]);
    expect(await listed()).toContain(view.naam);
    new StandInService(gateway.requests, 'publisher').replies(ListImportRecords, () => ({ items: [recordDetailExample], total: 1 }));
    expect((await gateway.postJson('/v1/organisatieimporten/_zoek', { ...view.filter, sort: view.sort })).status).toBe(200);
  });

  it('may say nothing but a name', async () => {
    expect(await saved('Alles', {})).toMatchObject({ filter: {}, sort: [], kolommen: null });
  });

  it('are replaced on the version that was seen', async () => {
    const { id } = await saved();
    const changed = await gateway.write('PUT', `${path}/${id}`, 1, { naam: 'Anders', filter: { zichtbaar: true } });
    expect(await changed.json()).toMatchObject({ naam: 'Anders', filter: { zichtbaar: true }, sort: [], versie: 2 });
    expect((await gateway.write('PUT', `${path}/${id}`, 1, { naam: 'Te laat' })).status).toBe(412);
    expect((await gateway.sendJson('PUT', `${path}/${id}`, { naam: 'Zonder versie' })).status).toBe(428);
  });

  it('have one name each, of one person', async () => {
    const { naam } = await saved();
    expect((await gateway.postJson(path, { naam })).status).toBe(409);
    const other = await saved();
    expect((await gateway.write('PUT', `${path}/${other.id}`, 1, { naam })).status).toBe(409);
  });

  it('are removed once', async () => {
    const { id } = await saved();
    expect((await gateway.ask(`${path}/${id}`, { method: 'DELETE' })).status).toBe(204);
    for (const method of ['GET', 'DELETE']) expect((await gateway.ask(`${path}/${id}`, { method })).status).toBe(404);
    expect((await gateway.write('PUT', `${path}/${id}`, 1, { naam: 'Weg' })).status).toBe(404);
  });

  it.each([
    [{}, ['naam']],
    [{ naam: '  ' }, ['naam']],
    [{ naam: 'x', filter: { onzin: 1 }, sort: ['wachtwoord'], kolommen: ['_links'] }, ['filter/onzin', 'kolommen/0', 'sort/0']],
    [{ naam: 'x'.repeat(101), eigenaar: 'ik' }, ['eigenaar', 'naam']],
  ])('N5 answer 400 to %j', async (body, fields) => {
    const response = await gateway.postJson(path, body);
    expect(response.status).toBe(400);
    const { fouten } = (await response.json()) as { fouten: { veld: string }[] };
    expect(fouten.map(({ veld }) => veld).sort()).toEqual(fields);
  });

  it('answer 401 to strangers', async () => {
    expect((await gateway.askAsStranger(path)).status).toBe(401);
  });
});
