import { randomUUID } from 'node:crypto';
import { ListDeliveries, ReleaseHeldMail, RunCompleted, type Actor } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { mailSettings } from '../testing/mail-settings.js';
import { NotifierUnderTest } from '../testing/notifier-under-test.js';
import { TestMailServer } from '../testing/test-mail-server.js';

const root: Actor = { name: 'root', kind: 'PERSON', systemAdministrator: true, importRights: [] };
const hour = 60 * 60_000;
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

const startWith = (managers: number) =>
  subject.start(mailSettings(server, { GIDS_MAILS_PER_HOUR: '20', GIDS_IMPORT_MANAGERS: `duo=${Array.from({ length: managers }, (_, index) => `m${index}@voorbeeld.nl`).join()}` }));
const settled = () => eventually(async () => (await subject.openDigests()).length === 0 && (await subject.atRest()), { within: 60_000 });
const run = async () => {
  const before = (await subject.frames()).length;
  await subject.tell(RunCompleted, RunCompleted.example, randomUUID());
  await eventually(async () => (await subject.frames()).length === before + 1);
  await settled();
};
const held = async () => (await subject.states()).filter((state) => state === 'held').length;

describe('RELIABILITY D60 a mail storm', () => {
  it('a run that would send 3,000 mails: held, and one mail to the administrator', async () => {
    await startWith(3_000);
    await run();
    expect(await held()).toBe(3_000);
    expect(server.recipients()).toEqual([administrator]);
    expect(server.arrivals[0]?.mail.subject).toBe('Actie nodig: 3.000 e-mails tegengehouden');
  });

  it('what follows within the hour is held too, without another mail; an hour later mail goes again', async () => {
    await startWith(12);
    await run();
    await run();
    await run();
    expect(await held()).toBe(24);
    expect(server.recipients().filter((recipient) => recipient === administrator)).toHaveLength(1);
    subject.advance(hour + 1);
    await run();
    expect(server.recipients()).toHaveLength(12 + 1 + 12);
  });

  it('is released by a person: each mail goes once, and what was released does not count again', async () => {
    await startWith(12);
    await run();
    await run();
    expect((await subject.ask(ListDeliveries, { page: 1, pageSize: 1, states: ['HELD'] }, root)).total).toBe(12);
    subject.advance(1_000);
    expect(await subject.ask(ReleaseHeldMail, { by: 'root' }, root)).toEqual({ released: 12 });
    await settled();
    expect(await subject.ask(ReleaseHeldMail, { by: 'root' }, root)).toEqual({ released: 0 });
    subject.advance(1_000);
    await run();
    expect(await held()).toBe(0);
    expect(server.recipients()).toHaveLength(12 + 1 + 12 + 12);
    expect(new Set(server.arrivals.map(({ mail }) => mail.messageId)).size).toBe(37);
  });
});
