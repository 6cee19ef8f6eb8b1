import { randomUUID } from 'node:crypto';
import { LinkedRecordChanged, NewDuplicatesFound, OrganisationPeopleChanged, ProviderProductsChanged, ReviewRoundOpened, RunCompleted, type DataOf } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { mailSettings } from '../testing/mail-settings.js';
import { NotifierUnderTest } from '../testing/notifier-under-test.js';
import { tellOrganisation, tellPersons } from '../testing/people.js';
import { TestMailServer } from '../testing/test-mail-server.js';

const second = 1_000;
const quiet = { GIDS_DIGEST_QUIET_SECONDS: '20' };
const { gidsId } = OrganisationPeopleChanged.example;

let subject: NotifierUnderTest;
let server: TestMailServer;

beforeEach(async () => {
  [subject, server] = await Promise.all([NotifierUnderTest.create(), TestMailServer.listen()]);
});

afterEach(async () => {
  await subject.close();
  await server.close();
});

const handled = (count: number) => eventually(() => subject.frames(), { until: ({ length }) => length >= count });
/** Waits until everything that is due has been told and sent. */
const settled = () => eventually(() => subject.atRest());
const readers = async () => (await subject.messages()).map(({ reader }) => reader);
const subjects = () => server.arrivals.map(({ mail }) => mail.subject).sort();

const record = NewDuplicatesFound.example.records[0] as DataOf<typeof NewDuplicatesFound>['records'][number];
const fortyDuplicates = { ...NewDuplicatesFound.example, total: 40, records: Array.from({ length: 40 }, (_, index) => ({ ...record, importRecordId: index + 1 })) };

describe('R74 new duplicates', () => {
  it('40 in a run: each of 2 import managers gets exactly 1 message, and 0 when the same run comes again', async () => {
    await subject.start(mailSettings(server));
    await tellPersons(subject, [{ account: 'els', importRights: ['duo'] }, { account: 'piet', importRights: ['duo'] }, { account: 'lrk', importRights: ['lrk'] }]);
    const first = randomUUID();
    await subject.tell(NewDuplicatesFound, fortyDuplicates, first);
    await subject.tell(ReviewRoundOpened, ReviewRoundOpened.example, first);
    await handled(5);
    await subject.tell(RunCompleted, RunCompleted.example, first);
    await eventually(() => server.arrivals.length === 2);
    expect(server.recipients().sort()).toEqual(['els@voorbeeld.nl', 'piet@voorbeeld.nl']);
    expect(subjects()).toEqual(Array(2).fill('DUO PO: 40 nieuwe dubbelen (import 4 augustus)'));
    expect(server.arrivals[0]?.mail.attachments).toMatchObject([{ filename: 'nieuwe-dubbelen.csv', mimeType: 'text/csv' }]);

    const again = randomUUID();
    await subject.tell(ReviewRoundOpened, ReviewRoundOpened.example, again);
    await handled(7);
    await subject.tell(RunCompleted, RunCompleted.example, again);
    await handled(8);
    await eventually(async () => (await subject.openDigests()).length === 0);
    expect(await readers()).toEqual(['account:els', 'account:piet']);
  });

  it('found by an edit are told the next morning, in one message however many there were', async () => {
    await subject.start(mailSettings(server));
    await tellPersons(subject, [{ account: 'els', importRights: ['duo'] }]);
    await subject.tell(NewDuplicatesFound, NewDuplicatesFound.example);
    await subject.tell(NewDuplicatesFound, { ...NewDuplicatesFound.example, records: [{ ...record, name: 'De Vlinder' }] });
    await subject.tell(NewDuplicatesFound, NewDuplicatesFound.example);
    await handled(4);
    expect(await readers()).toEqual([]);
    subject.setClock('2026-08-05T05:00:00.000Z');
    await eventually(() => server.arrivals.length === 1);
    expect(subjects()).toEqual(['DUO PO: 2 nieuwe dubbelen']);
  });
});

describe('a run whose messages come in any order', () => {
  it('is told of when nothing more of it has come in for a while', async () => {
    await subject.start(mailSettings(server, quiet));
    await tellPersons(subject, [{ account: 'els', importRights: ['duo'] }]);
    const runId = randomUUID();
    await subject.tell(RunCompleted, RunCompleted.example, runId);
    await handled(2);
    subject.advance(15 * second);
    await subject.tell(NewDuplicatesFound, fortyDuplicates, runId);
    await handled(3);
    expect(await subject.sql().all('SELECT id, due_at::text FROM digest')).toEqual([{ id: `run:${runId}`, due_at: '2026-08-04 06:01:05+00' }]);
    subject.advance(20 * second);
    await eventually(() => server.arrivals.length === 1);
    expect(subjects()).toEqual(['DUO PO: 40 nieuwe dubbelen (import 4 augustus)']);
  });

  it('loses nothing that comes after it was told of, and tells that once', async () => {
    await subject.start(mailSettings(server));
    await tellPersons(subject, [{ account: 'e1' }]);
    await tellOrganisation(subject, { editors: ['e1'] });
    const runId = randomUUID();
    await subject.tell(RunCompleted, RunCompleted.example, runId);
    await eventually(async () => (await subject.frames()).length === 3 && (await subject.openDigests()).length === 0);
    for (let copy = 1; copy <= 3; copy += 1) await subject.tell(LinkedRecordChanged, LinkedRecordChanged.example, runId);
    await handled(6);
    expect(await subject.openDigests()).toEqual([`late:${runId}:2026-08-05`]);
    subject.setClock('2026-08-05T05:00:00.000Z');
    await eventually(async () => (await readers()).includes('account:e1'));
    await settled();
    await subject.tell(LinkedRecordChanged, LinkedRecordChanged.example, runId);
    await handled(7);
    expect(await subject.openDigests()).toEqual([]);
    expect(server.recipients().filter((recipient) => recipient === 'e1@voorbeeld.nl')).toHaveLength(1);
  });

  it('and that never ends is told of after a day as far as it got', async () => {
    await subject.start(mailSettings(server));
    await tellPersons(subject, [{ account: 'e1' }]);
    await tellOrganisation(subject, { editors: ['e1'] });
    await subject.tell(LinkedRecordChanged, LinkedRecordChanged.example, randomUUID());
    await handled(3);
    subject.advance(24 * 60 * 60 * second);
    await eventually(() => server.arrivals.length === 1);
    expect(server.recipients()).toEqual(['e1@voorbeeld.nl']);
  });
});

describe('R57 R75 a change at the source of a linked organisation', () => {
  const changeInRun = async (runId: string = randomUUID()) => {
    await subject.tell(LinkedRecordChanged, LinkedRecordChanged.example, runId);
    await subject.tell(RunCompleted, RunCompleted.example, runId);
  };

  it('is one message to each editor, with old and new number; none when the run is repeated', async () => {
    await subject.start(mailSettings(server));
    await tellPersons(subject, [{ account: 'e1' }, { account: 'e2' }]);
    await tellOrganisation(subject, { editors: ['e1', 'e2'] });
    const runId = randomUUID();
    await subject.tell(LinkedRecordChanged, LinkedRecordChanged.example, runId);
    await handled(4);
    await subject.tell(RunCompleted, RunCompleted.example, runId);
    await eventually(() => server.arrivals.length === 3);
    const toEditors = server.arrivals.filter(({ recipients }) => !recipients.includes('beheer@voorbeeld.nl'));
    expect(toEditors.flatMap(({ recipients }) => recipients).sort()).toEqual(['e1@voorbeeld.nl', 'e2@voorbeeld.nl']);
    for (const { mail } of toEditors) {
      expect(mail.subject).toBe('OBS De Regenboog: telefoon gewijzigd bij DUO');
      expect(mail.text).toContain('- Telefoon: 0591659840 → 0591659841 (bij u: 0591659840)');
    }
    await changeInRun(runId);
    await handled(7);
    await settled();
    expect((await readers()).sort()).toEqual(['account:e1', 'account:e2', 'beheer@voorbeeld.nl']);
  });

  it('without editors is told to the account manager', async () => {
    await subject.start(mailSettings(server));
    await tellPersons(subject, [{ account: 'm.devries' }, { account: 'e1', active: false }]);
    await tellOrganisation(subject, { gidsId, editors: ['e1'], accountManager: 'm.devries' });
    await subject.tell(LinkedRecordChanged, LinkedRecordChanged.example);
    await handled(4);
    subject.setClock('2026-08-05T05:00:00.000Z');
    await eventually(() => server.arrivals.length === 1);
    expect(server.recipients()).toEqual(['m.devries@voorbeeld.nl']);
  });

  it('reaches an editor without e-mail in the inbox only', async () => {
    await subject.start(mailSettings(server));
    const { account, version, active, systemAdministrator, importRights } = { account: 'e1', version: 1, active: true, systemAdministrator: false, importRights: [] };
    await tellPersons(subject, [{ account, version, active, systemAdministrator, importRights, email: undefined }]);
    await tellOrganisation(subject, { editors: ['e1'] });
    await subject.tell(LinkedRecordChanged, LinkedRecordChanged.example);
    await handled(3);
    subject.setClock('2026-08-05T05:00:00.000Z');
    await eventually(async () => (await readers()).length === 1);
    expect(await subject.deliveries()).toEqual([]);
  });

  it('R95 products of a provider are one message that names them', async () => {
    await subject.start(mailSettings(server));
    await tellPersons(subject, [{ account: 'e1' }]);
    await tellOrganisation(subject, { editors: ['e1'] });
    await subject.tell(ProviderProductsChanged, { ...ProviderProductsChanged.example, linkedOrganisationId: gidsId });
    await handled(3);
    subject.setClock('2026-08-05T05:00:00.000Z');
    await eventually(() => server.arrivals.length === 1);
    expect(subjects()).toEqual(['1 nieuw product van KDV De Vlinder via de import']);
    expect(server.arrivals[0]?.mail.text).toContain('- Kinderdagopvang (nieuw)');
  });
});

describe('who there is to write to', () => {
  it('is the newest that was told, in whatever order it comes', async () => {
    await subject.start(mailSettings(server));
    await tellPersons(subject, [{ account: 'els', version: 3, email: 'nieuw@voorbeeld.nl', importRights: ['duo'] }]);
    await subject.tell(OrganisationPeopleChanged, { ...OrganisationPeopleChanged.example, version: 4, editors: ['els'] });
    await tellOrganisation(subject, { version: 3, editors: [] });
    await tellPersons(subject, [{ account: 'els', version: 2, email: 'oud@voorbeeld.nl', importRights: [] }]);
    await subject.tell(LinkedRecordChanged, LinkedRecordChanged.example);
    await handled(5);
    subject.setClock('2026-08-05T05:00:00.000Z');
    await eventually(() => server.arrivals.length === 1);
    expect(server.recipients()).toEqual(['nieuw@voorbeeld.nl']);
  });
});
