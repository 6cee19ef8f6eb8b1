import { GatewayClient } from '../gateway/gateway-client.js';
import type { Run } from '../gateway/run.js';
import { busyRun, exampleRun } from '../testing/example-run.js';
import { goodToken, problem, StandInGateway } from '../testing/stand-in-gateway.js';
import { followRun, type Following } from './follow-run.js';

const anHour = 3_600_000;

describe('followRun', () => {
  let standIn: StandInGateway;
  let stop: AbortController;
  const follow = (following: Partial<Following> = {}) =>
    followRun(new GatewayClient(new URL(standIn.url), { value: goodToken, place: 'GIDS_TOKEN' }), 'x', { signal: stop.signal, everyMs: 5, atLeastMs: 0, ...following });
  const statesOf = async (runs: AsyncIterable<Run>) => {
    const states: string[] = [];
    for await (const { status, fase } of runs) states.push(fase ?? status);
    return states;
  };

  beforeEach(async () => {
    stop = new AbortController();
    standIn = await new StandInGateway().start();
  });
  afterEach(async () => {
    stop.abort();
    await standIn.stop();
  });

  it.each(['voltooid', 'mislukt', 'geweigerd', 'wachtOpAkkoord'] as const)('looks until the run is %s', async (status) => {
    standIn.views = [exampleRun({ status: 'gepland' }), busyRun('controleren'), busyRun('verwerken'), exampleRun({ status })];
    expect(await statesOf(follow())).toEqual(['gepland', 'controleren', 'verwerken', status]);
  });

  it('looks at once when the gateway announces something', async () => {
    standIn.views = [busyRun('verwerken')];
    standIn.onStream = (stream) => {
      standIn.views = [exampleRun()];
      stream.write('event: run.status\ndata: {}\n\n');
    };
    expect(await statesOf(follow({ everyMs: anHour }))).toEqual(['verwerken', 'voltooid']);
  });

  it('does without the event stream', async () => {
    standIn.answers.set('GET /v1/gebeurtenissen', (_request, response) => problem(response, 503, 'Even niet.'));
    standIn.views = [busyRun('verwerken'), busyRun('verwerken'), exampleRun()];
    expect(await statesOf(follow())).toEqual(['verwerken', 'verwerken', 'voltooid']);
  });

  it('opens the event stream anew when it has ended', async () => {
    let streams = 0;
    standIn.views = [busyRun('verwerken')];
    standIn.onStream = (stream) => {
      streams += 1;
      if (streams === 2) standIn.views = [exampleRun()];
      stream.end();
    };
    expect((await statesOf(follow())).at(-1)).toBe('voltooid');
    expect(streams).toBeGreaterThanOrEqual(2);
  });

  it('outlives a restart of the gateway, and says once that it is away', async () => {
    standIn.views = [busyRun('verwerken'), exampleRun()];
    const away: string[] = [];
    const runs = follow({
      onAway: () => {
        away.push('weg');
        void standIn.start();
      },
    });
    expect((await runs.next()).value).toMatchObject({ status: 'bezig' });
    await standIn.stop();
    expect((await runs.next()).value).toMatchObject({ status: 'voltooid' });
    expect(away).toEqual(['weg']);
  });

  it('gives up on a gateway that stays away', async () => {
    await standIn.stop();
    await expect(statesOf(follow({ patienceMs: 20 }))).rejects.toThrow('is niet bereikbaar');
  });

  it('does not wait for a run that is not there', async () => {
    standIn.answers.set('GET /v1/importruns/x', (_request, response) => problem(response, 404, 'Deze run bestaat niet.'));
    await expect(statesOf(follow())).rejects.toThrow('Deze run bestaat niet.');
  });

  it('ends at once when the user stops it', async () => {
    standIn.views = [busyRun('verwerken')];
    const runs = follow({ everyMs: anHour });
    await runs.next();
    const next = runs.next();
    stop.abort();
    expect(await next).toEqual({ done: true, value: undefined });
  });
});
