import { json } from 'node:stream/consumers';
import type { Account } from '../gateway/account.js';
import { runCommandLine } from '../testing/run-command-line.js';
import { goodToken, page, problem, reply, StandInGateway } from '../testing/stand-in-gateway.js';

const account: Account = {
  naam: 'm.devries',
  email: 'm.devries@voorbeeld.nl',
  weergavenaam: null,
  systeembeheerder: false,
  importrechten: ['duo', 'lrk'],
  geblokkeerd: false,
  versie: 3,
};

describe('account', () => {
  let standIn: StandInGateway;
  const run = (...args: string[]) => runCommandLine(['account', ...args], { GIDS_URL: standIn.url, GIDS_TOKEN: goodToken });

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
  });
  afterEach(() => standIn.stop());

  it('maak gives the password alone as result, so that it can be piped', async () => {
    const bodies: unknown[] = [];
    standIn.answers.set('POST /v1/accounts', async (request, response) => {
      bodies.push(await json(request));
      reply(response, 201, { ...account, eenmaligWachtwoord: 'geheim-voor-een-keer' });
    });
    expect(await run('maak', 'm.devries', '--email', 'm.devries@voorbeeld.nl', '--systeembeheerder')).toEqual({
      code: 0,
      stdout: 'geheim-voor-een-keer\n',
      stderr: 'Account m.devries is gemaakt. Eenmalig wachtwoord, dat maar één keer getoond wordt:\n',
    });
    expect(bodies).toEqual([{ naam: 'm.devries', email: 'm.devries@voorbeeld.nl', systeembeheerder: true }]);
  });

  it('lijst gives a line per account for scripts', async () => {
    standIn.answers.set('GET /v1/accounts', (_request, response) => reply(response, 200, page([account])));
    expect(await run('lijst', '--zoek', 'vries')).toEqual({ code: 0, stdout: 'm.devries\t\tm.devries@voorbeeld.nl\t\tduo,lrk\tja\n', stderr: '1 account\n' });
    expect(standIn.asked).toEqual(['GET /v1/accounts?search=vries&pageSize=100&count=true&page=1']);
  });

  it.each([
    [[], true, 'Account m.devries is geblokkeerd.\n'],
    [['--opheffen'], false, 'Account m.devries is weer toegelaten.\n'],
  ])('blokkeer %j works on the version that it saw', async (options, geblokkeerd, said) => {
    standIn.answers.set('GET /v1/accounts/m.devries', (_request, response) => reply(response, 200, account));
    standIn.answers.set('PATCH /v1/accounts/m.devries', (_request, response) => reply(response, 200, { ...account, geblokkeerd }));
    expect(await run('blokkeer', 'm.devries', ...options)).toEqual({ code: 0, stdout: said, stderr: '' });
    expect(standIn.written).toEqual([{ what: 'PATCH /v1/accounts/m.devries', seen: '"3"', body: { geblokkeerd } }]);
  });

  it('e3 says why the last systeembeheerder stays', async () => {
    standIn.answers.set('GET /v1/accounts/m.devries', (_request, response) => reply(response, 200, account));
    standIn.answers.set('PATCH /v1/accounts/m.devries', (_request, response) => problem(response, 409, '"m.devries" is de laatste systeembeheerder.'));
    expect(await run('blokkeer', 'm.devries')).toMatchObject({ code: 1, stderr: 'Fout: "m.devries" is de laatste systeembeheerder.\n' });
  });
});
