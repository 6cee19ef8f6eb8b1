import {
  ChangePublicationAction,
  DeleteOrganisation,
  LinkOrganisation,
  RedriveDeadLetters,
  ShowImportRecord,
  ShowOrganisation,
  SuppressRecord,
} from '@gids/contracts';
import { eventually } from '@gids/testing';
import { auditEntrySchema, type ApiAuditEntry } from '../api/audit-entry.js';
import { directoryOrganisationExample } from '../api/directory-examples.js';
import { recordDetailExample } from '../api/examples.js';
import { pageSchema } from '../api/page.js';
import { GatewayInTest } from '../testing/gateway-in-test.js';
import { PersonInTest } from '../testing/person-in-test.js';
import { StandInService } from '../testing/stand-in-service.js';
import { AuditLog } from './audit-log.js';

let gateway: GatewayInTest;
let publisher: StandInService;
let administrator: PersonInTest;
let manager: PersonInTest;
let now = new Date('2026-11-26T08:00:00.000Z');

beforeAll(async () => {
  gateway = await GatewayInTest.start({ clock: () => now });
  administrator = await PersonInTest.signIn(gateway, 'els', { systemAdministrator: true });
  manager = await PersonInTest.signIn(gateway, 'jan', { importRights: ['duo'] });
});
afterAll(() => gateway.stop());
beforeEach(() => {
  publisher = new StandInService(gateway.requests, 'publisher');
});

async function logged(query: string): Promise<ApiAuditEntry[]> {
  const response = await administrator.ask(`/v1/auditregels?${query}`);
  expect(response.status).toBe(200);
  return pageSchema(auditEntrySchema).parse(await response.json())._embedded.item;
}

const newest = async (handeling: string) => (await logged(`handeling=${handeling}&pageSize=1`))[0];
const later = (milliseconds: number) => (now = new Date(now.getTime() + milliseconds));

/** The record or organisation as it is at the publisher. */
function stands<View extends { version: number }>(view: View): { view: View; becomes: (change: Partial<View>) => View } {
  const held = { view, becomes: (change: Partial<View>) => (held.view = { ...held.view, ...change, version: held.view.version + 1 }) };
  return held;
}

describe('the audit log', () => {
  it('e27 R79 keeps who changed what, from where, and what of it changed', async () => {
    const record = stands({ ...recordDetailExample, note: 'Gebeld met de buren' });
    publisher
      .replies(ShowImportRecord, () => record.view)
      .replies(ChangePublicationAction, ({ publicationAction }) => record.becomes({ publicationAction, visible: true }));
    const response = await manager.ask('/v1/organisatieimporten/1042', {
      method: 'PATCH',
      headers: { 'content-type': 'application/json', 'if-match': '"3"', 'x-correlation-id': 'klik-17' },
      body: JSON.stringify({ publicatieactie: 'zichtbaarNegeerDubbelen' }),
    });
    expect(response.status).toBe(200);
    expect(await newest('wijzigOrganisatieimport')).toMatchObject({
      tijdstip: now.toISOString(),
      wie: 'jan',
      soort: 'persoon',
      ip: expect.stringContaining('127.0.0.1'),
      correlatieId: 'klik-17',
      object: 'organisatieimporten/1042',
      gevraagd: { publicatieactie: 'zichtbaarNegeerDubbelen' },
      status: 200,
      uitkomst: 'gelukt',
      voor: { publicatieactie: 'zichtbaarNaSucces', zichtbaar: false, versie: 3 },
      na: { publicatieactie: 'zichtbaarNegeerDubbelen', zichtbaar: true, versie: 4 },
    });
  });

  it('e27 reads once more what is not the answer itself', async () => {
    const record = stands({ ...recordDetailExample, publicationAction: 'DO_NOT_SHOW' as const });
    publisher.replies(ShowImportRecord, () => record.view).replies(LinkOrganisation, () => record.becomes({ linkedOrganisationId: 102_938 }));
    await manager.sendJson('PUT', '/v1/organisatieimporten/1042/koppeling', { gidsOrganisatieId: 102_938 }, 3);
    expect(await newest('koppelOrganisatieimport')).toMatchObject({ voor: { gekoppeldeGidsOrganisatieId: null }, na: { gekoppeldeGidsOrganisatieId: 102_938 } });
  });

  it('e27 keeps what was deleted, without ways to reach a person', async () => {
    publisher.replies(ShowOrganisation, () => directoryOrganisationExample).replies(DeleteOrganisation, () => {
      publisher.refuses(ShowOrganisation, { kind: 'notFound', code: 'unknown', message: 'Bestaat niet.' });
      return { gidsId: 102_938 };
    });
    const response = await administrator.ask('/v1/gids-organisaties/102938', { method: 'DELETE', headers: { 'if-match': '"3"' } });
    expect(response.status).toBe(204);
    const entry = await newest('verwijderGidsOrganisatie');
    expect(entry).toMatchObject({ wie: 'els', status: 204, voor: { gidsId: directoryOrganisationExample.gidsId }, na: null });
    expect(JSON.stringify(entry)).not.toContain('Oosterstraat');
    expect(JSON.stringify(entry)).toContain('[weggelaten]');
  });

  it('keeps nothing of what a person asked to be erased', async () => {
    publisher.replies(ShowImportRecord, () => recordDetailExample).replies(SuppressRecord, () => ({ ...recordDetailExample, name: 'Gewist', suppressed: true, version: 4 }));
    const response = await manager.sendJson('POST', '/v1/organisatieimporten/1042/afscherming', { reden: 'Bezwaar' }, 3);
    expect(response.status).toBe(200);
    expect(await newest('schermAf')).toMatchObject({ gevraagd: { reden: 'Bezwaar' }, status: 200, voor: null, na: null });
  });

  it('e27 keeps what was redriven', async () => {
    new StandInService(gateway.requests, 'mapper').replies(RedriveDeadLetters, () => ({ redriven: 1 }));
    const ids = ['019a9f40-1c6e-7d35-a4b1-5c0f4f1f6a10'];
    expect((await administrator.sendJson('POST', '/v1/wachtrijen/mapper/_opnieuw', { ids })).status).toBeLessThan(300);
    expect(await newest('verstuurOpnieuw')).toMatchObject({ wie: 'els', gevraagd: { ids }, uitkomst: 'gelukt' });
  });

  it('R79 e27 keeps grants and withdrawals, and keys without the key', async () => {
    await administrator.sendJson('POST', '/v1/importrechten', { account: 'jan', import: 'lrk' });
    expect(await newest('geefImportrecht')).toMatchObject({ wie: 'els', gevraagd: { account: 'jan', import: 'lrk' }, status: 201, na: { account: 'jan', import: 'lrk' } });
    await administrator.ask('/v1/importrechten/lrk/jan', { method: 'DELETE' });
    expect(await newest('trekImportrechtIn')).toMatchObject({ object: 'importrechten/lrk/jan', status: 204, voor: { account: 'jan', import: 'lrk' }, na: null });
    const made = await administrator.sendJson('POST', '/v1/sleutels', { naam: 'levering', import: 'duo' });
    const { sleutel, id } = (await made.json()) as { sleutel: string; id: string };
    const kept = await newest('maakSleutel');
    expect(kept).toMatchObject({ status: 201, na: { naam: 'levering', sleutel: '[weggelaten]' } });
    expect(JSON.stringify(kept)).not.toContain(sleutel);
    await administrator.ask(`/v1/sleutels/${id}`, { method: 'DELETE' });
    expect((await newest('trekSleutelIn'))?.voor).toEqual({ geldig: true, ingetrokkenOp: null });
  });

  it('e27 keeps what was changed of an account', async () => {
    await administrator.sendJson('POST', '/v1/accounts', { naam: 'piet', email: 'piet@voorbeeld.nl' });
    expect(await newest('maakAccount')).toMatchObject({ gevraagd: { naam: 'piet', email: '[weggelaten]' }, na: { naam: 'piet', eenmaligWachtwoord: '[weggelaten]' } });
    await administrator.sendJson('PATCH', '/v1/accounts/piet', { geblokkeerd: true }, 1);
    expect(await newest('wijzigAccount')).toMatchObject({ voor: { geblokkeerd: false, versie: 1 }, na: { geblokkeerd: true, versie: 2 } });
  });

  it.each([
    ['conflict', 409, 'geweigerd'],
    ['stale', 412, 'geweigerd'],
    ['forbidden', 403, 'geweigerd'],
    ['unavailable', 503, 'mislukt'],
  ] as const)('e27 keeps what came to nothing: %s is %i', async (kind, status, uitkomst) => {
    publisher.refuses(ShowImportRecord, { kind: 'notFound', code: 'x', message: 'x' }).refuses(ChangePublicationAction, { kind, code: 'x', message: 'Nu niet.' });
    await manager.sendJson('PATCH', '/v1/organisatieimporten/1042', { publicatieactie: 'nietZichtbaar' }, 3);
    expect(await newest('wijzigOrganisatieimport')).toMatchObject({ wie: 'jan', status, uitkomst, voor: null, na: null });
  });

  it('e27 keeps who was let in and who was not, and never a password', async () => {
    const signIn = (naam: string, wachtwoord: string) =>
      gateway.askAsStranger('/v1/sessies', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ naam, wachtwoord }) });
    expect((await signIn('beheerder', gateway.password)).status).toBe(201);
    expect(await newest('openSessie')).toMatchObject({ wie: null, soort: 'onbekend', aangemeldAls: 'beheerder', gevraagd: { naam: 'beheerder', wachtwoord: '[weggelaten]' }, status: 201 });
    expect((await signIn('beheerder', 'verkeerd wachtwoord')).status).toBe(401);
    expect(await newest('openSessie')).toMatchObject({ aangemeldAls: null, status: 401, uitkomst: 'geweigerd' });
    expect((await logged('wie=beheerder')).map(({ handeling }) => handeling)).toEqual(['openSessie']);
    const rows = await gateway.query('SELECT * FROM audit_entry LEFT JOIN audit_outcome ON entry_id = id');
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${gateway.password}|verkeerd wachtwoord`));
  });

  it.each([
    ['a person without the right', 'schoonImportOp', 403, () => manager.sendJson('POST', '/v1/imports/duo/opschoningen', { wijze: 'alles', verwachtAantal: 1 }), { wie: 'jan', soort: 'persoon' }],
    ['a person who only looks', 'lijstAccounts', 403, () => manager.ask('/v1/accounts'), { wie: 'jan', soort: 'persoon' }],
    ['a stranger', 'lijstAccounts', 401, () => gateway.askAsStranger('/v1/accounts'), { wie: null, soort: 'onbekend' }],
    ['a foreign website', 'sluitSessie', 403, () => manager.ask('/v1/sessies/huidig', { method: 'DELETE', headers: { origin: 'https://elders.example' } }), { wie: 'jan', soort: 'persoon' }],
  ])('e27 keeps what is refused to %s', async (_who, handeling, status, ask, expected) => {
    later(60_001);
    const before = (await newest(handeling))?.id;
    expect((await ask()).status).toBe(status);
    expect(await eventually(() => newest(handeling), { until: (entry) => entry?.id !== before })).toMatchObject({ ...expected, status, uitkomst: 'geweigerd' });
  });

  it('keeps thirty refusals of one address in a minute, so that a stranger cannot fill it', async () => {
    later(60_001);
    const count = async () => Number((await gateway.query<{ count: string }>("SELECT count(*) FROM audit_entry WHERE operation = 'lijstSleutels'"))[0]?.count);
    for (let asked = 0; asked < 35; asked += 1) await gateway.askAsStranger('/v1/sleutels');
    expect(await eventually(count, { until: (kept) => kept === 30 })).toBe(30);
    later(60_001);
    await gateway.askAsStranger('/v1/sleutels');
    expect(await eventually(count, { until: (kept) => kept > 30 })).toBe(31);
  });

  it('keeps nothing of reading, of bad input, and of the question whether somebody is signed in', async () => {
    const count = async () => Number((await gateway.query<{ count: string }>('SELECT count(*) FROM audit_entry'))[0]?.count);
    const before = await count();
    publisher.replies(ShowImportRecord, () => recordDetailExample);
    expect((await manager.ask('/v1/organisatieimporten/1042')).status).toBe(200);
    expect((await manager.sendJson('POST', '/v1/gids-organisaties', {})).status).toBe(400);
    expect((await gateway.askAsStranger('/v1/sessies/huidig')).status).toBe(401);
    expect(await count()).toBe(before);
  });

  it('N39 keeps who looked at what is known of a private person, and not her name', async () => {
    const organisation = { ...recordDetailExample.organisation, kind: 'CHILDMINDER' as const, name: 'Mevrouw Jansen', identifiers: [], attributes: {} };
    publisher.replies(ShowImportRecord, () => ({ ...recordDetailExample, organisation }) as never);
    expect((await manager.ask('/v1/organisatieimporten/1042')).status).toBe(200);
    const entry = await newest('toonOrganisatieimport');
    expect(entry).toMatchObject({ wie: 'jan', object: 'organisatieimporten/1042', status: 200 });
    expect(JSON.stringify(entry)).not.toContain('Jansen');
  });

  it('e27 lets nothing be done that it cannot keep', async () => {
    await gateway.query('ALTER TABLE audit_entry RENAME TO away');
    try {
      const response = await manager.sendJson('PATCH', '/v1/organisatieimporten/1042', { publicatieactie: 'nietZichtbaar' }, 3);
      expect(response.status).toBe(500);
      expect(publisher.asked).toEqual([]);
    } finally {
      await gateway.query('ALTER TABLE away RENAME TO audit_entry');
    }
  });

  it('e27 says that it does not know how something ended, where it could not keep that', async () => {
    await gateway.query('ALTER TABLE audit_outcome RENAME TO away');
    try {
      expect((await administrator.ask('/v1/accounts/jan/afmeldingen', { method: 'POST' })).status).toBe(204);
    } finally {
      await gateway.query('ALTER TABLE away RENAME TO audit_outcome');
    }
    await manager.signInAgain();
    expect(await newest('meldAccountAf')).toMatchObject({ object: 'accounts/jan/afmeldingen', status: null, uitkomst: 'onbekend' });
    expect(gateway.logged).toContainEqual(expect.objectContaining({ level: 'error', message: 'the audit log does not know how a request ended' }));
  });
});

describe('the audit log in the database', () => {
  it.each([
    "UPDATE audit_entry SET actor = 'iemand anders'",
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry CASCADE',
    'UPDATE audit_outcome SET status = 200',
    'DELETE FROM audit_outcome',
    'TRUNCATE audit_outcome',
  ])('e27 only grows: %s is refused', async (statement) => {
    expect(await newest('openSessie')).toBeDefined();
    await expect(gateway.query(statement)).rejects.toThrow('The audit log only grows');
  });

  it('N36 forgets what is older than seven years, and nothing else', async () => {
    const insert = `WITH entry AS (INSERT INTO audit_entry (at, actor_kind, correlation_id, operation, object)
      VALUES (now() - $1::interval, 'anonymous', 'x', 'oud', 'x') RETURNING id, at) INSERT INTO audit_outcome (entry_id, at, status) SELECT id, at, 200 FROM entry`;
    for (const age of ['7 years 2 days', '6 years 364 days']) await gateway.query(insert, [age]);
    await gateway.application.get(AuditLog).purge();
    expect(await logged('handeling=oud')).toHaveLength(1);
  });
});

describe('the audit log over HTTP', () => {
  it('SCREENS 3.13 is found by person, act, object and time, newest first, page by page', async () => {
    const start = later(600_000);
    for (let session = 0; session < 3; session += 1) {
      await administrator.ask('/v1/accounts/jan/afmeldingen', { method: 'POST' });
      later(1_000);
    }
    const van = `van=${start.toISOString()}`;
    expect(await logged(`${van}&wie=els&handeling=meldAccountAf`)).toHaveLength(3);
    expect(await logged(`${van}&tot=${new Date(start.getTime() + 1_500).toISOString()}`)).toHaveLength(2);
    expect(await logged(`${van}&object=accounts/jan`)).toHaveLength(3);
    expect(await logged(`${van}&object=accounts/ja`)).toEqual([]);
    const page = pageSchema(auditEntrySchema).parse(await (await administrator.ask(`/v1/auditregels?${van}&page=2&pageSize=1`)).json());
    expect(page).toMatchObject({ currentPage: 2, pageSize: 1, nextPage: 3, _embedded: { item: [{ tijdstip: new Date(start.getTime() + 1_000).toISOString() }] } });
    expect(page).not.toHaveProperty('totaal');
    await manager.signInAgain();
  });

  it.each(['van=gisteren', 'tot=2026-11-26', 'count=true', 'pageSize=501', 'page=0', 'wie=', 'soort=persoon'])('N5 answers 400 to %s', async (query) => {
    expect((await administrator.ask(`/v1/auditregels?${query}`)).status).toBe(400);
  });

  it('R79 is for a systeembeheerder only', async () => {
    for (const path of ['/v1/auditregels', '/v1/auditregels/_export']) {
      expect((await manager.ask(path)).status).toBe(403);
      expect((await gateway.askAsStranger(path)).status).toBe(401);
    }
  });

  it('SCREENS 3.13 e27 leaves as CSV that no spreadsheet runs, which is kept too', async () => {
    await gateway.query(
      `INSERT INTO audit_entry (at, actor_kind, actor, correlation_id, operation, object) VALUES (now(), 'account', '=HYPERLINK("x")', 'x', 'formule', 'a;b"c')`,
    );
    const response = await administrator.ask('/v1/auditregels/_export?handeling=formule');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="auditregels.csv"');
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toMatch(/^id;tijdstip;wie;/);
    expect(lines[1]).toContain(`;"'=HYPERLINK(""x"")";"persoon";`);
    expect(lines[1]).toContain('"formule";"a;b""c"');
    expect(lines).toHaveLength(3);
    expect(await newest('exporteerAuditregels')).toMatchObject({ wie: 'els', gevraagd: { handeling: 'formule' }, status: 200 });
  });

  it('leaves whole, however long it is', async () => {
    await gateway.query(
      `INSERT INTO audit_entry (at, actor_kind, correlation_id, operation, object) SELECT now(), 'house', 'x', 'veel', n::text FROM generate_series(1, 2500) n`,
    );
    const text = await (await administrator.ask('/v1/auditregels/_export?handeling=veel')).text();
    const objects = [...text.matchAll(/"veel";"(\d+)"/g)].map(([, object]) => Number(object));
    expect(objects).toEqual(Array.from({ length: 2_500 }, (_, index) => 2_500 - index));
  });
});
