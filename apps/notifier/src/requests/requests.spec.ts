import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ChangeMessagePreferences,
  ListDeliveries,
  ListKeptMail,
  ListMessages,
  MarkMessageRead,
  NewDuplicatesFound,
  ReleaseHeldMail,
  ResolveDelivery,
  RunCompleted,
  ShowKeptMail,
  ShowMessage,
  ShowMessagePreferences,
  ShowUnsubscription,
  Unsubscribe,
  type Actor,
  type MessagePreference,
} from '@gids/contracts';
import { eventually } from '@gids/testing';
import { mailSettings } from '../testing/mail-settings.js';
import { NotifierUnderTest } from '../testing/notifier-under-test.js';
import { tellPersons } from '../testing/people.js';
import { TestMailServer } from '../testing/test-mail-server.js';

const actor = (name: string, more: Partial<Actor> = {}): Actor => ({ name, kind: 'PERSON', systemAdministrator: false, importRights: [], ...more });
const [els, piet, root] = [actor('els'), actor('piet'), actor('root', { systemAdministrator: true })];
const firstPage = { page: 1, pageSize: 10 };

let subject: NotifierUnderTest;
let server: TestMailServer;

beforeEach(async () => {
  [subject, server] = await Promise.all([NotifierUnderTest.create(), TestMailServer.listen()]);
});

afterEach(async () => {
  await subject.close();
  await server.close();
});

/** A run with a new duplicate, told to the import managers. */
async function runWithNews(runId: string = randomUUID()): Promise<void> {
  const before = (await subject.frames()).length;
  await subject.tell(NewDuplicatesFound, NewDuplicatesFound.example, runId);
  await eventually(async () => (await subject.frames()).length === before + 1);
  await subject.tell(RunCompleted, RunCompleted.example, runId);
  await eventually(async () => (await subject.frames()).length === before + 2 && (await subject.openDigests()).length === 0 && (await subject.atRest()));
}

async function startWith(...accounts: string[]): Promise<void> {
  await subject.start(mailSettings(server));
  await tellPersons(subject, accounts.map((account) => ({ account, importRights: ['duo'] })));
}

describe('the inbox of messages, beside e-mail', () => {
  it('holds what one was told, newest first, and what is unread', async () => {
    await startWith('els');
    await runWithNews();
    subject.advance(60_000);
    await runWithNews();
    const { items, total, unread } = await subject.ask(ListMessages, firstPage, els);
    expect({ total, unread, kinds: items.map(({ kind }) => kind) }).toEqual({ total: 2, unread: 2, kinds: ['RUN_COMPLETED', 'RUN_COMPLETED'] });
    expect(items[0]?.writtenAt.localeCompare(items[1]?.writtenAt ?? '')).toBe(1);

    const id = items[0]?.id ?? '';
    expect((await subject.ask(ShowMessage, { id }, els)).text).toContain('Nieuwe dubbelen');
    expect(await subject.ask(MarkMessageRead, { id, read: true }, els)).toMatchObject({ id, readAt: '2026-08-04T06:01:30.000Z' });
    expect(await subject.ask(ListMessages, { ...firstPage, read: true }, els)).toMatchObject({ total: 1, unread: 1 });
    expect((await subject.ask(MarkMessageRead, { id, read: false }, els)).readAt).toBeUndefined();
  });

  it('RELIABILITY e2 is of oneself: another finds nothing, and a script has none', async () => {
    await startWith('els');
    await runWithNews();
    const id = (await subject.ask(ListMessages, firstPage, els)).items[0]?.id ?? '';
    expect(await subject.ask(ListMessages, firstPage, piet)).toMatchObject({ total: 0 });
    await expect(subject.ask(ShowMessage, { id }, piet)).rejects.toMatchObject({ problem: { kind: 'notFound' } });
    await expect(subject.ask(MarkMessageRead, { id, read: true }, root)).rejects.toMatchObject({ problem: { kind: 'notFound' } });
    await expect(subject.ask(ListMessages, firstPage, actor('els', { kind: 'SCRIPT' }))).rejects.toMatchObject({ problem: { kind: 'forbidden', code: 'noRight' } });
    await expect(subject.ask(ListMessages, firstPage)).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });
});

describe('preferences (SCREENS §3.13)', () => {
  const never: MessagePreference = { importId: 'duo', runReport: 'NEVER', linkedChanges: true, productChanges: true, problemReports: true, weeklyReminder: false };

  it('have their defaults until one chooses, per import', async () => {
    await startWith('els');
    expect(await subject.ask(ChangeMessagePreferences, { preferences: [never] }, els)).toEqual({ preferences: [never] });
    const { preferences } = await subject.ask(ShowMessagePreferences, { importIds: ['duo', 'lrk'] }, els);
    expect(preferences).toEqual([never, { ...never, importId: 'lrk', runReport: 'WHEN_TO_DO' }]);
    expect((await subject.ask(ShowMessagePreferences, { importIds: ['duo'] }, piet)).preferences).toMatchObject([{ runReport: 'WHEN_TO_DO' }]);
  });

  it('R75 stop the mail and not the message', async () => {
    await startWith('els', 'piet');
    await subject.ask(ChangeMessagePreferences, { preferences: [never] }, els);
    await runWithNews();
    expect(server.recipients()).toEqual(['piet@voorbeeld.nl']);
    expect(await subject.ask(ListMessages, firstPage, els)).toMatchObject({ total: 1 });
  });
});

describe('the link to unsubscribe in a mail (RFC 8058)', () => {
  const tokenIn = (recipient: string) => {
    const headers = server.arrivals.find(({ recipients }) => recipients.includes(recipient))?.mail.headers ?? [];
    expect(headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe('List-Unsubscribe=One-Click');
    return /^<https:\/\/import\.voorbeeld\.nl\/v1\/afmeldingen\/([\w-]+)>$/.exec(headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? '')?.[1] ?? '';
  };

  it('stops the mail of its kind for its reader alone, as often as it is used', async () => {
    await startWith('els', 'piet');
    await runWithNews();
    const token = tokenIn('els@voorbeeld.nl');
    expect(await subject.ask(ShowUnsubscription, { token })).toEqual({ importId: 'duo', topics: ['runReport'] });
    expect((await subject.ask(ShowMessagePreferences, { importIds: ['duo'] }, els)).preferences).toMatchObject([{ runReport: 'WHEN_TO_DO' }]);

    for (let click = 1; click <= 2; click += 1) expect(await subject.ask(Unsubscribe, { token })).toEqual({ importId: 'duo', topics: ['runReport'] });
    expect((await subject.ask(ShowMessagePreferences, { importIds: ['duo'] }, els)).preferences).toMatchObject([{ runReport: 'NEVER', linkedChanges: true }]);
    server.arrivals.length = 0;
    await runWithNews();
    expect(server.recipients()).toEqual(['piet@voorbeeld.nl']);
  });

  it('works for an address from the settings, which has no account', async () => {
    await subject.start(mailSettings(server, { GIDS_IMPORT_MANAGERS: 'duo=Team@voorbeeld.nl' }));
    await runWithNews();
    await subject.ask(Unsubscribe, { token: tokenIn('Team@voorbeeld.nl') });
    server.arrivals.length = 0;
    await runWithNews();
    expect(server.arrivals).toEqual([]);
  });

  it.each(['', 'geraden', '0123456789abcdef0123456789abcdef'])('is nothing to who guesses: %j', async (token) => {
    await startWith('els');
    await runWithNews();
    await expect(subject.ask(Unsubscribe, { token })).rejects.toMatchObject({ problem: { kind: 'notFound' } });
    await expect(subject.ask(ShowUnsubscription, { token })).rejects.toMatchObject({ problem: { kind: 'notFound' } });
  });
});

describe('a person decides on mail of which nothing follows by itself (RELIABILITY §0 fact 10)', () => {
  const lose = async () => {
    server.manners = { content: 'drop' };
    await startWith('els');
    await runWithNews();
    server.manners = {};
    return (await subject.ask(ListDeliveries, { ...firstPage, states: ['UNCONFIRMED'] }, root)).items[0]?.id ?? '';
  };

  it('that it arrived', async () => {
    const id = await lose();
    expect(await subject.ask(ResolveDelivery, { id, decision: 'SENT', by: 'root' }, root)).toMatchObject({ id, state: 'SENT', decidedBy: 'root', address: 'els@voorbeeld.nl' });
    expect(server.arrivals).toHaveLength(1);
    await expect(subject.ask(ResolveDelivery, { id, decision: 'AGAIN', by: 'root' }, root)).rejects.toMatchObject({ problem: { kind: 'conflict' } });
  });

  it('that it must go again: with the same Message-ID', async () => {
    const id = await lose();
    await subject.ask(ResolveDelivery, { id, decision: 'AGAIN', by: 'root' }, root);
    await eventually(() => subject.states(), { until: (states) => states.join() === 'sent' });
    expect(new Set(server.arrivals.map(({ mail }) => mail.messageId)).size).toBe(1);
    expect(server.arrivals).toHaveLength(2);
  });

  it('RELIABILITY e2 but nobody other than a systeembeheerder', async () => {
    const id = await lose();
    for (const asked of [subject.ask(ListDeliveries, firstPage, els), subject.ask(ResolveDelivery, { id, decision: 'AGAIN', by: 'els' }, els), subject.ask(ReleaseHeldMail, { by: 'els' }, els)]) {
      await expect(asked).rejects.toMatchObject({ problem: { kind: 'forbidden', code: 'noRight' } });
    }
    await expect(subject.ask(ResolveDelivery, { id: 'x', decision: 'SENT', by: 'root' }, root)).rejects.toMatchObject({ problem: { kind: 'notFound' } });
    expect(await subject.states()).toEqual(['unconfirmed']);
  });
});

describe('mail that is kept while there is no mail server', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gids-mail-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is shown: all to a systeembeheerder, to others their own', async () => {
    await subject.start({ GIDS_DATA_DIR: folder, GIDS_DIGEST_QUIET_SECONDS: '0' });
    await tellPersons(subject, ['els', 'piet'].map((account) => ({ account, importRights: ['duo'] })));
    await runWithNews();
    expect((await subject.ask(ListKeptMail, firstPage, root)).items.map(({ address }) => address).sort()).toEqual(['els@voorbeeld.nl', 'piet@voorbeeld.nl']);
    const { items } = await subject.ask(ListKeptMail, firstPage, els);
    expect(items.map(({ address }) => address)).toEqual(['els@voorbeeld.nl']);
    const id = items[0]?.id ?? '';
    expect((await subject.ask(ShowKeptMail, { id }, els)).html).toContain('<html lang="nl">');
    await expect(subject.ask(ShowKeptMail, { id }, piet)).rejects.toMatchObject({ problem: { kind: 'notFound' } });
  });

  it('is not shown once mail really leaves', async () => {
    await startWith('els');
    await expect(subject.ask(ListKeptMail, firstPage, root)).rejects.toMatchObject({ problem: { kind: 'notFound', code: 'mailIsSent' } });
  });
});
