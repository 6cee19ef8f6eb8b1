import { ControlRun, DecideHeldRun, RunStopped } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { runExample } from '../api/examples.js';
import { EventStreamReader } from '../testing/event-stream.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

const path = `/v1/importruns/${runExample.id}/besluiten`;

describe('control over a run over HTTP (SCREENS 3.5, 4.1)', () => {
  let gateway: GatewayInTest;
  let fetcher: StandInService;

  beforeAll(async () => {
    gateway = await GatewayInTest.start();
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    fetcher = new StandInService(gateway.requests, 'fetcher')
      .replies(ControlRun, ({ control }) => ({ ...runExample, state: control === 'STOP' ? ('STOPPED' as const) : ('RUNNING' as const) }))
      .replies(DecideHeldRun, () => runExample);
  });

  it.each([
    ['stoppen', 'STOP', 'gestopt'],
    ['hervatten', 'RESUME', 'bezig'],
  ])('%s asks the fetcher to %s', async (besluit, control, status) => {
    const response = await gateway.postJson(path, { besluit, reden: 'verkeerd bestand' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status });
    expect(fetcher.payloadsOf(ControlRun)).toEqual([{ runId: runExample.id, control, reason: 'verkeerd bestand', by: 'opdrachtregel' }]);
  });

  it('is refused as the fetcher refuses it, and needs a reason', async () => {
    fetcher.refuses(ControlRun, { kind: 'conflict', code: 'allSent', message: 'Alles is al verstuurd.' });
    expect((await gateway.postJson(path, { besluit: 'stoppen', reden: 'x' })).status).toBe(409);
    expect((await gateway.postJson(path, { besluit: 'stoppen', reden: ' ' })).status).toBe(400);
    expect((await gateway.postJson(path, { besluit: 'pauzeren', reden: 'x' })).status).toBe(400);
  });

  it('tells those who watch that a run was stopped', async () => {
    const stream = new EventStreamReader(await gateway.ask('/v1/gebeurtenissen', { headers: { 'last-event-id': '0' } }));
    await gateway.publish(RunStopped, RunStopped.example, runExample.id);
    await eventually(() => stream.events.length, { within: 30_000, until: (count) => count > 0 });
    expect(stream.events[0]).toMatchObject({ event: 'run.status', data: { runId: runExample.id, status: 'gestopt', probleem: { code: 'STOPPED' } } });
    await stream.cancel();
  });
});
