import { AppointRole, ListRoles, WithdrawRole } from '@gids/contracts';
import { GatewayInTest, publicUrl } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = '/v1/gids-organisaties/102938/rollen';

describe('roles at an organisation over HTTP', () => {
  let gateway: GatewayInTest;
  let publisher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    publisher = new StandInService(gateway.requests, 'publisher')
      .replies(ListRoles, () => ({ items: [{ account: 'j.bakker', role: 'EXTERNAL_EDITOR' as const, active: false }] }))
      .replies(AppointRole, ({ account, role }) => ({ account, role, active: true }))
      .replies(WithdrawRole, () => ({ withdrawn: false }));
  });

  it('G12 are listed, each with the address where it is taken away', async () => {
    const response = await gateway.ask(path);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      _embedded: { item: [{ account: 'j.bakker', rol: 'externeRedacteur', actief: false, _links: { self: { href: `${publicUrl}${path}/externeRedacteur/j.bakker` } } }] },
      _links: { self: { href: `${publicUrl}${path}` } },
    });
  });

  it.each([
    ['redacteur', 'EDITOR'],
    ['externeRedacteur', 'EXTERNAL_EDITOR'],
    ['accountmanager', 'ACCOUNT_MANAGER'],
    ['beheerder', 'ADMINISTRATOR'],
  ])('G12 %s is given and taken in the name of who asks', async (rol, role) => {
    const given = await gateway.sendJson('PUT', `${path}/${rol}/m%40voorbeeld.nl`);
    expect(given.status).toBe(200);
    expect(await given.json()).toMatchObject({ account: 'm@voorbeeld.nl', rol, actief: true });
    expect((await gateway.sendJson('DELETE', `${path}/${rol}/m%40voorbeeld.nl`)).status).toBe(204);
    const order = { gidsId: 102_938, account: 'm@voorbeeld.nl', role, by: 'opdrachtregel' };
    expect([publisher.payloadsOf(AppointRole), publisher.payloadsOf(WithdrawRole)]).toEqual([[order], [order]]);
  });

  it.each([
    ['R11 at what an import holds', 'conflict', 409, 'organisationNotManaged'],
    ['N5 to an account that is not there', 'invalid', 400, 'unknownPerson'],
    ['R78 without the right', 'forbidden', 403, 'noRight'],
    ['N4 at an organisation that is not there', 'notFound', 404, 'unknownOrganisation'],
  ] as const)('%s the answer is the publisher’s: %s is %i', async (_, kind, status, code) => {
    publisher.refuses(AppointRole, { kind, code, message: 'Dit kan niet.' });
    const response = await gateway.sendJson('PUT', `${path}/redacteur/j.bakker`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code, detail: 'Dit kan niet.' });
  });

  it.each([
    ['an unknown role', `${path}/hoofdredacteur/j.bakker`, 'rol'],
    ['an id that is no number', '/v1/gids-organisaties/x/rollen/redacteur/j.bakker', 'gidsId'],
    ['a name with signs that cannot be stored', `${path}/redacteur/a%00b`, 'account'],
  ])('N5 answer 400 to %s, and ask nothing', async (_, address, veld) => {
    const response = await gateway.sendJson('PUT', address);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ fouten: [{ veld }] });
    expect(publisher.asked).toEqual([]);
  });
});
