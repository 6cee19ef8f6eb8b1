import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunCompleted, RunFailed, RunHeld } from '@gids/contracts';
import { eventually, freePort } from '@gids/testing';
import PostalMime from 'postal-mime';
import { NotifierUnderTest } from './testing/notifier-under-test.js';
import { TestMailServer, type Refusal } from './testing/test-mail-server.js';

const minute = 60_000;
const day = 24 * 60 * minute;

const jan = 'jan@voorbeeld.nl';
const administrator = 'beheer@voorbeeld.nl';

let subject: NotifierUnderTest;
let server: TestMailServer;

beforeEach(async () => {
  [subject, server] = await Promise.all([NotifierUnderTest.create(), TestMailServer.listen()]);
});

afterEach(async () => {
  await subject.close();
  await server.close();
});

const smtp = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  SMTP_URL: server.url,
  SMTP_REQUIRE_TLS: '0',
  MAIL_FROM: 'gids@voorbeeld.nl',
  GIDS_FALLBACK_RECIPIENT: administrator,
  GIDS_IMPORT_MANAGERS: `duo=${jan}`,
  GIDS_BASE_URL: 'https://import.voorbeeld.nl/',
  GIDS_DIGEST_QUIET_SECONDS: '0',
  ...more,
});

const states = (...wanted: string[]) =>
  eventually(() => subject.states(), { until: (seen) => JSON.stringify(seen) === JSON.stringify(wanted) });

const complete = (runId = randomUUID()) => subject.tell(RunCompleted, RunCompleted.example, runId);

describe('the run report (M4, R8)', () => {
  it('goes out as one mail that says what changed and links to the run', async () => {
    await subject.start(smtp());
    const runId = randomUUID();
    await complete(runId);
    await states('sent');

    const [arrival] = server.arrivals;
    expect(arrival).toMatchObject({ sender: 'gids@voorbeeld.nl', recipients: [jan] });
    expect(arrival?.mail).toMatchObject({
      subject: 'DUO PO: import voltooid, 17 toegevoegd, 62 gewijzigd, 2 verdwenen',
      from: { name: 'G!DS import', address: 'gids@voorbeeld.nl' },
      to: [{ address: jan }],
      date: '2026-08-04T06:00:30.000Z',
      references: '<duo-po@voorbeeld.nl>',
    });
    expect(arrival?.mail.messageId).toMatch(/^<[0-9a-f]{32}@voorbeeld\.nl>$/);
    expect(arrival?.mail.text).toContain(`https://import.voorbeeld.nl/importruns/${runId}`);
    expect(arrival?.mail.html).toContain(`href="https://import.voorbeeld.nl/importruns/${runId}"`);
    expect(headerOf(arrival?.mail.headers ?? [], 'auto-submitted')).toBe('auto-generated');
  });

  it('tells the managers of a held run, and of a refused one the administrators too', async () => {
    await subject.start(smtp());
    await subject.tell(RunHeld, RunHeld.example, randomUUID());
    await states('sent');
    await subject.tell(RunFailed, RunFailed.example, randomUUID());
    await eventually(() => server.arrivals.length === 3);

    const bySubject = (text: string) =>
      server.arrivals.filter(({ mail }) => mail.subject?.includes(text)).flatMap(({ recipients }) => recipients).sort();
    expect(bySubject('wacht op akkoord')).toEqual([jan]);
    expect(bySubject('geweigerd')).toEqual([administrator, jan]);
  });

  it('is one mail per person however often the event comes (RELIABILITY D 58)', async () => {
    await subject.start(smtp({ GIDS_IMPORT_MANAGERS: `duo=${jan},els@voorbeeld.nl` }));
    const runId = randomUUID();
    for (let copy = 1; copy <= 3; copy += 1) await complete(runId);
    await eventually(() => subject.frames(), { until: ({ length }) => length === 3 });
    await states('sent', 'sent');
    expect([...server.recipients()].sort()).toEqual(['els@voorbeeld.nl', jan]);
  });

  it('of an event that names no run is set aside, and the next one goes out', async () => {
    await subject.start(smtp());
    await subject.tell(RunCompleted, RunCompleted.example);
    await complete();
    await states('sent');
    expect((await subject.frames()).sort()).toEqual(['dead', 'done']);
  });

  it('is mailed both when a run waits and when the same run is done', async () => {
    await subject.start(smtp());
    const runId = randomUUID();
    await subject.tell(RunHeld, RunHeld.example, runId);
    await complete(runId);
    await states('sent', 'sent');
    expect(new Set(server.arrivals.map(({ mail }) => mail.messageId)).size).toBe(2);
  });

  it('keeps addresses and names out of the log (N38)', async () => {
    server.manners = { recipient: { code: 550, text: `No such user ${jan}` } };
    await subject.start(smtp());
    await complete();
    await states('failed');
    const lines = await eventually(() => subject.logged.filter((line) => line.includes('"delivery"')), { until: ({ length }) => length > 0 });
    expect(lines.join()).toContain('550 RCPT TO');
    expect(subject.logged.join()).not.toContain('@');
  });
});

describe('what the mail server answers (RELIABILITY D 52-57, 61)', () => {
  const temporary: [string, { [step: string]: Refusal }][] = [
    ['421 at connect', { connect: { code: 421, text: 'Too busy' } }],
    ['451 at MAIL', { sender: { code: 451, text: 'Greylisted' } }],
    ['450 at RCPT', { recipient: { code: 450, text: 'Mailbox busy' } }],
    ['452 after DATA', { content: { code: 452, text: 'No room' } }],
    ['421 after DATA', { content: { code: 421, text: 'Going down' } }],
    ['554 as a greeting', { connect: { code: 554, text: 'No service' } }],
  ];

  it.each(temporary)('%s: deferred, and sent once when it is over', async (_name, manners) => {
    server.manners = manners;
    await subject.start(smtp());
    await complete();
    await states('deferred');

    server.manners = {};
    server.arrivals.length = 0;
    subject.advance(minute);
    await states('sent');
    subject.advance(day);
    await complete();
    await states('sent', 'sent');
    expect(server.recipients()).toEqual([jan, jan]);
  });

  const permanent: [string, { [step: string]: Refusal }][] = [
    ['550 at RCPT', { recipient: { code: 550, text: 'No such user' } }],
    ['552 after DATA', { content: { code: 552, text: 'Too big' } }],
  ];

  it.each(permanent)('%s: failed for good, and never tried again', async (_name, manners) => {
    server.manners = manners;
    await subject.start(smtp());
    await complete();
    await states('failed');

    server.manners = {};
    server.arrivals.length = 0;
    subject.advance(day);
    await complete();
    await states('failed', 'sent');
    expect(server.arrivals).toHaveLength(1);
  });

  it('line broken after DATA, before 250: unconfirmed, and never sent again by itself', async () => {
    server.manners = { content: 'drop' };
    await subject.start(smtp());
    await complete();
    await states('unconfirmed');
    expect(server.arrivals).toHaveLength(1);

    server.manners = {};
    subject.advance(day);
    await complete();
    await states('unconfirmed', 'sent');
    expect(server.arrivals).toHaveLength(2);
    const [first, second] = server.arrivals;
    expect(first?.mail.messageId).not.toBe(second?.mail.messageId);
  });

  it('process ended between 250 and storing it: unconfirmed when the lease is over, and not sent again', async () => {
    const first = await subject.start(smtp());
    await complete();
    await states('sent');
    await subject.stop(first);
    await subject.loseOutcomes();

    await subject.start(smtp());
    subject.advance(1);
    await complete();
    await states('sending', 'sent');
    subject.advance(2 * minute);
    await states('unconfirmed', 'sent');
    expect(server.arrivals).toHaveLength(2);
  });

  it('answer after the end of the lease: no second attempt meanwhile, and the answer still counts', async () => {
    const { promise, resolve } = Promise.withResolvers();
    server.manners = { content: promise };
    await subject.start(smtp());
    await complete();
    await eventually(() => server.arrivals.length === 1);
    subject.advance(20 * minute);
    await states('unconfirmed');
    resolve(undefined);
    await states('sent');
    expect(server.arrivals).toHaveLength(1);
  });

  it('server down and up again: deferred, then each mail sent once', async () => {
    const port = await freePort();
    await subject.start(smtp({ SMTP_URL: `smtp://127.0.0.1:${port}` }));
    for (let run = 1; run <= 6; run += 1) await complete();
    await eventually(() => subject.frames(), { until: ({ length }) => length === 6 });
    await eventually(() => subject.atRest());
    expect(await subject.states()).toContain('deferred');

    const back = await TestMailServer.listen({ port });
    subject.advance(minute);
    await states(...Array<string>(6).fill('sent'));
    expect(back.recipients()).toEqual(Array<string>(6).fill(jan));
    await back.close();
  });

  it('535: the account is refused, not the mail; everything waits', async () => {
    server.manners = { login: { code: 535, text: 'Wrong password' } };
    await subject.start(smtp({ SMTP_URL: `smtp://gids:geheim@127.0.0.1:${server.port}` }));
    await complete();
    await states('deferred');
    expect(subject.logged.join()).not.toContain('geheim');
  });

  it('an outage that one mail meets spares the others the knocking', async () => {
    server.manners = { connect: { code: 421, text: 'Too busy' } };
    await subject.start(smtp({ GIDS_IMPORT_MANAGERS: `duo=${Array.from({ length: 12 }, (_, index) => `m${index}@voorbeeld.nl`).join()}` }));
    await complete();
    await eventually(() => subject.frames(), { until: ({ length }) => length === 1 });
    await eventually(() => subject.atRest());
    const waiting = await subject.deliveries();
    expect(waiting.filter(({ state, attempts }) => state === 'pending' && attempts === 0).length).toBeGreaterThan(0);

    server.manners = {};
    subject.advance(minute);
    await states(...Array<string>(12).fill('sent'));
    expect(server.recipients().length).toBe(12);
  });

  it('no STARTTLS: nothing is sent in plain text', async () => {
    await subject.start(smtp({ SMTP_REQUIRE_TLS: '1' }));
    await complete();
    await states('deferred');
    expect(server.connections).toBeGreaterThan(0);
    expect(server.arrivals).toHaveLength(0);
  });
});

describe('running and stopping', () => {
  it('two replicas share the mail: each goes out once', async () => {
    await Promise.all([subject.start(smtp()), subject.start(smtp())]);
    await Promise.all(Array.from({ length: 24 }, () => complete()));
    await states(...Array<string>(24).fill('sent'));
    expect(new Set(server.arrivals.map(({ mail }) => mail.messageId)).size).toBe(24);
    expect(server.arrivals).toHaveLength(24);
  });

  it('waits for what is in hand before it stops', async () => {
    const { promise, resolve } = Promise.withResolvers();
    server.manners = { content: promise };
    const service = await subject.start(smtp());
    await complete();
    await eventually(() => server.arrivals.length === 1);
    const closed = subject.stop(service);
    expect(await subject.states()).toEqual(['sending']);
    resolve(undefined);
    await closed;
    expect(await subject.states()).toEqual(['sent']);
  });

  it('sends after a restart what was written before', async () => {
    server.manners = { connect: { code: 421, text: 'Too busy' } };
    const first = await subject.start(smtp());
    await complete();
    await states('deferred');
    await subject.stop(first);

    server.manners = {};
    subject.advance(minute);
    await subject.start(smtp());
    await states('sent');
  });
});

describe('without a mail server', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gids-mail-'));
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  const files = () => readdir(join(folder, 'post'));

  it('keeps mail as files, also for an import without managers', async () => {
    await subject.start({ GIDS_DATA_DIR: folder, GIDS_DIGEST_QUIET_SECONDS: '0' });
    await complete();
    await states('sent');
    const [name] = await files();
    expect(name).toMatch(/^20260804T060030Z-[0-9a-f]{32}\.eml$/);
    const mail = await PostalMime.parse(await readFile(join(folder, 'post', name as string)));
    expect(mail).toMatchObject({
      subject: 'DUO PO: import voltooid, 17 toegevoegd, 62 gewijzigd, 2 verdwenen',
      to: [{ address: 'beheerder@gids.localhost' }],
    });
  });

  it('writes again after a crash, because a repeat is the same file', async () => {
    const first = await subject.start({ GIDS_DATA_DIR: folder, GIDS_DIGEST_QUIET_SECONDS: '0' });
    await complete();
    await states('sent');
    await subject.stop(first);
    await subject.loseOutcomes();

    subject.advance(2 * minute);
    await subject.start({ GIDS_DATA_DIR: folder, GIDS_DIGEST_QUIET_SECONDS: '0' });
    await states('sent');
    expect((await subject.deliveries())[0]).toMatchObject({ attempts: 2 });
    expect(await files()).toHaveLength(1);
  });
});

function headerOf(headers: readonly { key: string; value: string }[], key: string): string | undefined {
  return headers.find((header) => header.key === key)?.value;
}
