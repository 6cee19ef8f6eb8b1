import { serviceNames, ShowQueueState, type ServiceName } from '@gids/contracts';
import { queueStateExample } from '../api/examples.js';
import { healthSchema } from '../api/health.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';

describe('health over HTTP', () => {
  let gateway: GatewayInTest;
  let now = new Date();
  const standIns = new Map<ServiceName, StandInService>();

  beforeAll(async () => {
    gateway = await GatewayInTest.start({ clock: () => now });
    for (const service of serviceNames.filter((name) => name !== 'gateway')) {
      standIns.set(service, new StandInService(gateway.requests, service).replies(ShowQueueState, () => queueStateExample));
    }
  });
  afterAll(() => gateway.stop());

  const look = async (asked: Promise<Response>) => healthSchema.parse(await (await asked).json());

  it('tells strangers only whether all is well', async () => {
    expect(await look(gateway.askAsStranger('/v1/gezondheid'))).toEqual({ status: 'goed' });
  });

  it('tells who is signed in how each service is', async () => {
    const { diensten } = await look(gateway.ask('/v1/gezondheid'));
    expect(diensten?.map(({ dienst }) => dienst)).toEqual([...serviceNames]);
    expect(diensten).toContainEqual({ dienst: 'mapper', bereikbaar: true, terzijde: 1 });
  });

  it('asks the services once in five seconds, however often it is asked', async () => {
    const mapper = standIns.get('mapper');
    const before = mapper?.asked.length ?? 0;
    for (let asked = 0; asked < 20; asked += 1) await gateway.askAsStranger('/v1/gezondheid');
    expect(mapper?.asked).toHaveLength(before);
    now = new Date(now.getTime() + 5_000);
    await gateway.askAsStranger('/v1/gezondheid');
    expect(mapper?.asked).toHaveLength(before + 1);
  });

  it('sees a service that does not answer', async () => {
    await standIns.get('notifier')?.leave();
    now = new Date(now.getTime() + 5_000);
    expect(await look(gateway.askAsStranger('/v1/gezondheid'))).toEqual({ status: 'verstoord' });
    expect((await look(gateway.ask('/v1/gezondheid'))).diensten).toContainEqual({ dienst: 'notifier', bereikbaar: false, terzijde: 0 });
  });
});
