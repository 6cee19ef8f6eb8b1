import { z } from 'zod';
import { goodToken, page, problem, reply, StandInGateway } from '../testing/stand-in-gateway.js';
import { exampleRun } from '../testing/example-run.js';
import { GatewayClient, mayPass } from './gateway-client.js';
import { pageSchema } from './page.js';
import { runPath, runSchema, runsPath } from './run.js';

describe('GatewayClient', () => {
  let standIn: StandInGateway;
  const client = (token: string | undefined = goodToken, patienceMs?: number) =>
    new GatewayClient(new URL(standIn.url), { value: token, place: 'GIDS_TOKEN' }, patienceMs);

  beforeEach(async () => {
    standIn = await new StandInGateway().start();
  });
  afterEach(() => standIn.stop());

  it('shows its token and reads a run', async () => {
    expect(await client().get(runSchema, runPath('a/b'))).toEqual(exampleRun());
    expect(standIn.asked).toEqual(['GET /v1/importruns/a/b']);
  });

  it('asks for a page of a list', async () => {
    standIn.answers.set('GET /v1/importruns', (_request, response) => reply(response, 200, page([exampleRun()])));
    const found = await client().get(pageSchema(runSchema), runsPath, { bronId: 'duo-po', page: 1, naam: undefined });
    expect(found._embedded.item).toEqual([exampleRun()]);
    expect(standIn.asked).toEqual(['GET /v1/importruns?bronId=duo-po&page=1']);
  });

  it('posts JSON', async () => {
    await client().post(runSchema, runsPath, { bronId: 'lrk' });
    expect(standIn.posted).toEqual([{ bronId: 'lrk' }]);
  });

  it('tells a problem in the words of the gateway', async () => {
    standIn.answers.set('POST /v1/importruns', (_request, response) =>
      problem(response, 400, 'Eén veld is niet juist.', { fouten: [{ veld: 'bronId', code: 'onbekend', melding: 'Deze bron bestaat niet.' }] }),
    );
    await expect(client().post(runSchema, runsPath, {})).rejects.toMatchObject({
      exitCode: 2,
      message: 'Eén veld is niet juist.',
      details: ['bronId: Deze bron bestaat niet.'],
    });
  });

  it('says what to do when its token is not accepted', async () => {
    await expect(client('verlopen').get(runSchema, runPath('x'))).rejects.toMatchObject({ exitCode: 5, message: expect.stringContaining('uit GIDS_TOKEN niet aan') });
  });

  it('says that the gateway is not there, and how to start it', async () => {
    const gone = client();
    const { url } = standIn;
    await standIn.stop();
    const failure = await gone.get(runSchema, runPath('x')).catch((error: unknown) => error);
    expect(failure).toMatchObject({ exitCode: 1, message: expect.stringMatching(`^De gateway op ${url} is niet bereikbaar \\(ECONNREFUSED\\).*npm start`) });
    expect(mayPass(failure)).toBe(true);
  });

  it('gives up on a gateway that does not answer', async () => {
    standIn.answers.set('GET /v1/importruns/x', () => undefined);
    const failure = await client(goodToken, 50).get(runSchema, runPath('x')).catch((error: unknown) => error);
    expect(failure).toMatchObject({ exitCode: 1, message: expect.stringContaining('geen antwoord binnen de tijd') });
  });

  it.each([
    ['another shape', { id: 1 }, 'id, bron, status, voortgang, aantallen'],
    ['no object', 'hallo', 'antwoord'],
  ])('does not take an answer of %s', async (_what, body, fields) => {
    standIn.answers.set('GET /v1/importruns/x', (_request, response) => reply(response, 200, body));
    await expect(client().get(runSchema, runPath('x'))).rejects.toThrow(`een antwoord dat deze opdrachtregel niet begrijpt (${fields})`);
  });

  it.each([
    [503, true],
    [502, true],
    [500, false],
    [404, false],
  ])('thinks of HTTP %d that it may pass: %s', async (status, passes) => {
    standIn.answers.set('GET /v1/importruns/x', (_request, response) => problem(response, status, 'Nu niet.'));
    expect(mayPass(await client().get(z.unknown(), runPath('x')).catch((error: unknown) => error))).toBe(passes);
  });

  it('sees a sign for what an event stream sends, and its end', async () => {
    standIn.onStream = (stream) => stream.end('event: run.status\ndata: {}\n\n');
    let signs = 0;
    const all = client().signs('/v1/gebeurtenissen', { runId: 'x' }, new AbortController().signal);
    while (!(await all.next()).done) signs += 1;
    expect(signs).toBeGreaterThan(0);
  });

  it('sees no sign in a stream that is refused', async () => {
    expect(await client('verlopen').signs('/v1/gebeurtenissen', {}, new AbortController().signal).next()).toEqual({ done: true, value: undefined });
  });
});
