import { ListImportRecords, ListRecordIds, ReceiveFilePart, ShowRun, StartImport } from '@gids/contracts';
import { openDatabase } from '@gids/persistence';
import { runExample } from '../api/examples.js';
import { gatewayDatabase } from '../state/database.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { PersonInTest } from '../testing/person-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { RateCounter } from './rate-counter.js';

describe('what is asked too often', () => {
  let gateway: GatewayInTest;
  let person: PersonInTest;
  let other: PersonInTest;
  let now = new Date('2026-11-26T08:00:00.000Z');

  beforeAll(async () => {
    const env = { GIDS_PUSHES_PER_MINUTE: '2', GIDS_RUN_STARTS_PER_5_MINUTES: '3', GIDS_EXPORTS_PER_HOUR: '1' };
    gateway = await GatewayInTest.start({ clock: () => now, env });
    person = await PersonInTest.signIn(gateway, 'jan', { systemAdministrator: true, importRights: ['duo'] });
    other = await PersonInTest.signIn(gateway, 'els', { systemAdministrator: true, importRights: ['duo'] });
  });
  afterAll(() => gateway.stop());
  beforeEach(() => {
    new StandInService(gateway.requests, 'fetcher')
      .replies(StartImport, ({ runId, sourceId }) => ({ ...runExample, id: runId, sourceId, state: 'PLANNED' as const }))
      .replies(ReceiveFilePart, () => ({ receivedBytes: 1 }))
      .replies(ShowRun, () => runExample);
    new StandInService(gateway.requests, 'publisher').replies(ListRecordIds, () => ({ ids: [] })).replies(ListImportRecords, () => ({ items: [], total: 0 }));
  });
  afterEach(() => {
    now = new Date(now.getTime() + 10 * 60_000);
  });

  const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1_000));
  const pull = (who: PersonInTest, bronId: string) => who.sendJson('POST', '/v1/importruns', { bronId });

  function push(who: PersonInTest): Promise<Response> {
    const form = new FormData();
    form.append('bronId', 'duo-po');
    form.append('bestand', new Blob(['a']), 'a.csv');
    return who.ask('/v1/importruns', { method: 'POST', body: form });
  }

  async function statuses(ask: () => Promise<Response>, times: number): Promise<number[]> {
    const found: number[] = [];
    for (let asked = 0; asked < times; asked += 1) found.push((await ask()).status);
    return found;
  }

  it('e22 are files of one person: others go on, and so does he after a minute', async () => {
    expect(await statuses(() => push(person), 2)).toEqual([201, 201]);
    later(20);
    const refused = await push(person);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('40');
    expect(await refused.json()).toMatchObject({ code: 'teVaak', detail: 'U hebt deze minuut al 2 leveringen gedaan. Wacht 40 seconden.' });
    expect((await push(other)).status).toBe(201);
    later(40);
    expect((await push(person)).status).toBe(201);
  });

  it('e22 are runs of one source, of all people together; other sources go on', async () => {
    expect(await statuses(() => pull(person, 'duo-po'), 3)).toEqual([201, 201, 201]);
    const refused = await pull(other, 'duo-po');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('300');
    expect((await pull(other, 'lrk')).status).toBe(201);
  });

  it('e22 are exports of one person, of whichever list; looking at a list goes on', async () => {
    const csv = { headers: { accept: 'text/csv' } };
    expect((await person.ask('/v1/organisatieimporten', csv)).status).toBe(200);
    const refused = await person.ask('/v1/auditregels/_export');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBe(3_600);
    expect((await person.ask('/v1/organisatieimporten', csv)).status).toBe(429);
    expect((await person.ask('/v1/organisatieimporten')).status).toBe(200);
    expect((await other.ask('/v1/auditregels/_export')).status).toBe(200);
  });

  it('does nothing for what was refused', async () => {
    const fetcher = new StandInService(gateway.requests, 'fetcher').replies(StartImport, ({ runId }) => ({ ...runExample, id: runId }));
    await statuses(() => pull(person, 'lrk'), 5);
    expect(fetcher.payloadsOf(StartImport)).toHaveLength(3);
  });

  it('e22 is counted by all replicas together, however they come at once', async () => {
    const replicas = await Promise.all([1, 2].map(() => openDatabase({ url: gateway.databaseUrl, definition: gatewayDatabase })));
    try {
      const counters = replicas.map((orm) => new RateCounter(orm, () => now));
      const rate = { times: 7, within: 60_000 };
      const waits = await Promise.all(Array.from({ length: 20 }, (_, index) => counters[index % 2]?.take(['samen'], rate)));
      expect(waits.filter((wait) => wait === undefined)).toHaveLength(7);
      expect(new Set(waits.filter((wait) => wait !== undefined))).toEqual(new Set([60]));
    } finally {
      await Promise.all(replicas.map((orm) => orm.close()));
    }
  });

  it('N38 keeps nothing of a person, and nothing at all when it no longer counts', async () => {
    await push(person);
    const rows = await gateway.query('SELECT * FROM rate_count');
    expect(JSON.stringify(rows)).not.toMatch(/jan|127\.0\.0\.1/);
    later(3_601);
    await gateway.application.get(RateCounter).purge();
    expect(await gateway.query('SELECT * FROM rate_count')).toEqual([]);
  });
});

describe('a new installation', () => {
  it('e22 starts runs of a source one after the other', async () => {
    const gateway = await GatewayInTest.start();
    try {
      new StandInService(gateway.requests, 'fetcher').replies(StartImport, ({ runId }) => ({ ...runExample, id: runId }));
      for (let run = 1; run <= 12; run += 1) expect((await gateway.postJson('/v1/importruns', { bronId: 'duo-po' })).status).toBe(201);
      expect((await gateway.postJson('/v1/importruns', { bronId: 'duo-po' })).status).toBe(429);
    } finally {
      await gateway.stop();
    }
  });
});
