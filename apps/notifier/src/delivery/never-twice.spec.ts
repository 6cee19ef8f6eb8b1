import { randomUUID } from 'node:crypto';
import { LinkedRecordChanged, NewDuplicatesFound, ReviewRoundOpened, RunCompleted } from '@gids/contracts';
import { eventually, freePort, TcpProxy } from '@gids/testing';
import fc from 'fast-check';
import { mailSettings } from '../testing/mail-settings.js';
import { NotifierUnderTest } from '../testing/notifier-under-test.js';
import { tellOrganisation, tellPersons } from '../testing/people.js';
import { TestMailServer, type Manners } from '../testing/test-mail-server.js';

const minute = 60_000;
const managersOf = (count: number) => ({ GIDS_IMPORT_MANAGERS: `duo=${Array.from({ length: count }, (_, index) => `m${index}@voorbeeld.nl`).join()}` });

let subject: NotifierUnderTest;
let server: TestMailServer;

beforeEach(async () => {
  [subject, server] = await Promise.all([NotifierUnderTest.create(), TestMailServer.listen()]);
});

afterEach(async () => {
  await subject.close();
  await server.close();
});

const told = (count: number) => eventually(() => subject.frames(), { until: ({ length }) => length === count, within: 60_000 });
const written = (count: number) => eventually(() => subject.sql().all('SELECT FROM message'), { until: ({ length }) => length === count, within: 60_000 });
const atRest = () => eventually(() => subject.atRest(), { within: 120_000 });
const messageIds = (at: TestMailServer = server) => at.arrivals.map(({ mail }) => mail.messageId);

describe('no recipient gets one message twice (I3)', () => {
  it('RELIABILITY D55 550 for one of two recipients: each has a mail of his own, one is sent and one has failed', async () => {
    server.manners = { recipient: { code: 550, text: 'No such user' }, onlyFor: 'm0@voorbeeld.nl' };
    await subject.start(mailSettings(server, managersOf(2)));
    await subject.tell(RunCompleted, RunCompleted.example, randomUUID());
    await written(2);
    await atRest();
    const outcomes = (await subject.deliveries()).map(({ message, state }) => [message.address, state]);
    expect(outcomes.sort()).toEqual([['m0@voorbeeld.nl', 'failed'], ['m1@voorbeeld.nl', 'sent']]);
    expect(server.recipients()).toEqual(['m1@voorbeeld.nl']);
  });

  it('RELIABILITY D57 500 mails wait while the server is down: all are sent once', async () => {
    const port = await freePort();
    await subject.start(mailSettings({ url: `smtp://127.0.0.1:${port}` }, { ...managersOf(250), GIDS_MAILS_PER_HOUR: '1000' }));
    for (let run = 1; run <= 2; run += 1) await subject.tell(RunCompleted, RunCompleted.example, randomUUID());
    await written(500);
    await atRest();
    for (let hour = 1; hour <= 6; hour += 1) {
      subject.advance(60 * minute);
      await atRest();
    }
    const back = await TestMailServer.listen({ port });
    subject.advance(5 * minute);
    await eventually(() => subject.sql().all("SELECT FROM delivery WHERE state = 'sent'"), { until: ({ length }) => length === 500, within: 240_000 });
    expect(back.arrivals).toHaveLength(500);
    expect(new Set(messageIds(back)).size).toBe(500);
    await back.close();
  }, 300_000);

  it('RELIABILITY D59 the notifier is killed in a burst: at most 5 are unconfirmed, the others go once', async () => {
    const database = new URL(subject.databaseUrl);
    const [toDatabase, toServer] = await Promise.all([TcpProxy.to(Number(database.port || 5432)), TcpProxy.to(server.port)]);
    database.hostname = '127.0.0.1';
    database.port = String(toDatabase.port);
    await subject.start(mailSettings({ url: `smtp://127.0.0.1:${toServer.port}` }, managersOf(60)), database.href);
    await subject.tell(RunCompleted, RunCompleted.example, randomUUID());
    await eventually(() => server.arrivals.length >= 10, { within: 30_000 });
    // From here on it reaches neither database nor mail server: what it knew is lost, as when the process is killed.
    await Promise.all([toDatabase.close(), toServer.close()]);

    await subject.start(mailSettings(server, managersOf(60)));
    await eventually(() => subject.sql().all("SELECT FROM delivery WHERE state IN ('pending', 'deferred')"), { until: ({ length }) => length === 0, within: 120_000 });
    subject.advance(20 * minute);
    await atRest();
    const states = await subject.states();
    expect(states.filter((state) => state === 'unconfirmed').length).toBeLessThanOrEqual(5);
    expect(states.filter((state) => state !== 'unconfirmed' && state !== 'sent')).toEqual([]);
    expect(new Set(messageIds()).size).toBe(server.arrivals.length);
    expect(server.arrivals.length + states.filter((state) => state === 'unconfirmed').length).toBeGreaterThanOrEqual(60);
  }, 180_000);

  it('RELIABILITY D52-D58 over many runs, with events that come twice and in any order, two replicas and a moody server', async () => {
    const moods: readonly Manners[] = [
      {},
      { sender: { code: 451, text: 'Greylisted' } },
      { recipient: { code: 450, text: 'Busy' } },
      { content: { code: 452, text: 'No room' } },
      { content: 'drop' },
      { connect: { code: 421, text: 'Too busy' } },
    ];
    await Promise.all([1, 2].map(() => subject.start(mailSettings(server, { GIDS_MAILS_PER_HOUR: '10000' }))));
    await tellPersons(subject, ['els', 'piet'].map((account) => ({ account, importRights: ['duo'] })));
    await tellPersons(subject, [{ account: 'e1' }]);
    await tellOrganisation(subject, { editors: ['e1', 'els'] });
    const events = [LinkedRecordChanged, NewDuplicatesFound, ReviewRoundOpened, RunCompleted];
    const runs = fc.sample(fc.record({ order: fc.shuffledSubarray([0, 0, 1, 1, 2, 3, 3], { minLength: 7 }), mood: fc.constantFrom(...moods) }), { numRuns: 12, seed: 7 });
    let frames = 4;
    for (const { order, mood } of runs) {
      const runId = randomUUID();
      server.manners = mood;
      for (const index of order) {
        const event = events[index] ?? RunCompleted;
        await subject.tell(event, event.example as never, runId);
      }
      await told((frames += order.length));
      server.manners = {};
      subject.advance(5 * minute);
      await atRest();
    }
    subject.advance(48 * 60 * minute);
    await atRest();
    await eventually(async () => (await subject.openDigests()).length === 0);

    const byId = Map.groupBy(await subject.deliveries(), ({ message }) => `<${message.id}@voorbeeld.nl>`);
    const accepted = server.arrivals.filter(({ refused }) => !refused).map(({ mail }) => mail.messageId);
    expect(new Set(accepted).size).toBe(accepted.length);
    expect(accepted.every((id) => byId.has(id ?? ''))).toBe(true);
    const states = Map.groupBy(await subject.deliveries(), ({ state }) => state);
    expect([...states.keys()].filter((state) => state !== 'sent' && state !== 'unconfirmed')).toEqual([]);
    for (const { message } of states.get('sent') ?? []) expect(accepted).toContain(`<${message.id}@voorbeeld.nl>`);
    const changesTold = (await subject.messages()).filter(({ reader, text }) => reader === 'account:e1' && text.includes('Telefoon: '));
    expect(changesTold).toHaveLength(runs.length);
    expect(changesTold.every(({ text }) => text.split('Telefoon: ').length === 2)).toBe(true);
  }, 300_000);
});
