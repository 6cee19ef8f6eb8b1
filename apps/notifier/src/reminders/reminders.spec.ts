import { ChangeMessagePreferences, ShowReviewRound, type Actor, type Problem } from '@gids/contracts';
import { requestQueueOf } from '@gids/messaging';
import { eventually } from '@gids/testing';
import { mailSettings } from '../testing/mail-settings.js';
import { NotifierUnderTest } from '../testing/notifier-under-test.js';
import { tellPersons } from '../testing/people.js';
import { TestMailServer } from '../testing/test-mail-server.js';

const els: Actor = { name: 'els', kind: 'PERSON', systemAdministrator: false, importRights: ['duo'] };
const wanted = { importId: 'duo', runReport: 'NEVER', linkedChanges: false, productChanges: false, problemReports: false, weeklyReminder: true } as const;
const round = { id: 3, importId: 'duo', openedAt: '2026-08-04T06:00:30.000Z', total: 342, judged: 214 };
const away: Problem = { kind: 'unavailable', code: 'serviceUnavailable', message: 'De dienst "publisher" antwoordt niet.' };

let subject: NotifierUnderTest;
let server: TestMailServer;

beforeEach(async () => {
  [subject, server] = await Promise.all([NotifierUnderTest.create(), TestMailServer.listen()]);
});

afterEach(async () => {
  await subject.close();
  await server.close();
});

it('SCREENS 6 M12 asks how far the controleronde is on Monday, and reminds once, with any number of replicas', async () => {
  let answer: { reply: unknown } | { problem: Problem } = { problem: away };
  const asked: unknown[] = [];
  subject.requests.serve(requestQueueOf('publisher'), async (body) => {
    asked.push((JSON.parse(body.toString('utf8')) as { payload: unknown }).payload);
    return Buffer.from(JSON.stringify(answer));
  });
  await Promise.all([1, 2].map(() => subject.start(mailSettings(server))));
  await tellPersons(subject, [{ account: 'els', importRights: ['duo'] }, { account: 'piet', importRights: ['duo'] }]);
  await subject.ask(ChangeMessagePreferences, { preferences: [wanted] }, els);

  subject.setClock('2026-08-10T05:00:00.000Z');
  await eventually(() => asked.length > 0, { within: 20_000 });
  expect(asked[0]).toEqual({ importId: ShowReviewRound.example.importId });
  expect(await subject.messages()).toEqual([]);

  answer = { reply: round };
  await eventually(() => server.arrivals.length === 1, { within: 20_000 });
  expect(server.recipients()).toEqual(['els@voorbeeld.nl']);
  expect(server.arrivals[0]?.mail.subject).toBe('DUO: nog 128 van 342 te beoordelen');

  subject.setClock('2026-08-17T05:00:00.000Z');
  await eventually(() => server.arrivals.length === 2, { within: 20_000 });
  expect(await subject.sql().all('SELECT week FROM reminder ORDER BY week')).toEqual([{ week: '2026-08-10' }, { week: '2026-08-17' }]);
  expect(await subject.messages()).toHaveLength(2);
});
