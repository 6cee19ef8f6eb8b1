import {
  AcceptRenumbering,
  AppointRole,
  ChangeContract,
  ChangeOrganisation,
  ChangeProduct,
  ChangePublicationAction,
  ChangeVisibility,
  CleanUpImport,
  CloseReviewRound,
  ConfirmOrganisation,
  CopyOrganisation,
  CountImportRecords,
  CreateOrganisation,
  CreateProduct,
  DeleteOrganisation,
  DeleteProduct,
  JudgeReviewItem,
  LinkOrganisation,
  ListContracts,
  ListDeadLetters,
  ListErrorGroups,
  ListImportRecords,
  ListOrganisations,
  ListProducts,
  ListPublicChanges,
  ListRecordIds,
  ListReviewItems,
  ListRoles,
  ListVisibleOrganisations,
  RedriveDeadLetters,
  RequestRefused,
  requestsOf,
  SaveImportNote,
  ShowImportRecord,
  ShowOrganisation,
  ShowProduct,
  ShowRecordHistory,
  ShowReviewRound,
  ShowVisibleOrganisation,
  SuppressRecord,
  TakeOverProducts,
  TransferManagement,
  WithdrawRole,
  type Actor,
  type PayloadOf,
  type RequestDefinition,
} from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { agreed, course, library, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { actor } from '../testing/test-people.js';
import { sameAddress } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
let manager: TestManager;
let other: TestManager;
const by = 'iemand';
const page = { page: 1, pageSize: 10 };
/** What the requests are about: a record of one import, its controlepunt, and M under P with a product. */
const ids = { runId: '', record: 0, version: 0, imported: 0, item: 0, round: 0, m: 0, p: 0, mVersion: 0, product: 0 };

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
  manager = await TestManager.ofNewImport(publisher);
  other = await TestManager.ofNewImport(publisher);
  const { id: runId } = await manager.run(1, (run) => [run.duplicate('16AH00', [sameAddress]), run.clean('16BB00')]);
  const record = await manager.record('16AH00');
  const [item] = await manager.items();
  const p = await editor.enter('P');
  const m = await editor.enter('M', { contract: { parentGidsId: p.gidsId, accountManager: 'a.bakker' } });
  const product = await editor.offer(m.gidsId);
  Object.assign(ids, { runId, record: record.id, version: record.version, imported: record.gidsId, item: item?.id, round: (await manager.round()).id });
  Object.assign(ids, { m: m.gidsId, p: p.gidsId, mVersion: m.version, product: product.gidsId });
});
afterAll(() => publisher.close());

/** Who may a request at all, among those who ask below. */
type Audience = 'everybody' | 'people' | 'readers of the import' | 'managers of the import' | 'others';

interface Asked {
  readonly definition: RequestDefinition;
  readonly payload: () => object;
  readonly audience: Audience;
}

function asked<Definition extends RequestDefinition>(definition: Definition, audience: Audience, payload: () => PayloadOf<Definition>): Asked {
  return { definition, audience, payload: payload as () => object };
}

const ofRecord = () => ({ id: ids.record, version: ids.version, by });
const ofM = () => ({ gidsId: ids.m, version: ids.mVersion, by });
const ofProduct = () => ({ gidsId: ids.product, version: 1, by });

const requests: Asked[] = [
  asked(ListVisibleOrganisations, 'everybody', () => page),
  asked(ShowVisibleOrganisation, 'everybody', () => ({ gidsId: ids.m })),
  asked(ListPublicChanges, 'everybody', () => ({ limit: 1 })),
  asked(ListOrganisations, 'people', () => page),
  asked(ShowOrganisation, 'people', () => ({ gidsId: ids.imported })),
  asked(ListContracts, 'people', () => ({ gidsId: ids.p, ...page })),
  asked(ListProducts, 'people', () => ({ ownerGidsId: ids.imported })),
  asked(ShowProduct, 'people', () => ({ gidsId: ids.product })),
  asked(ListRoles, 'people', () => ({ gidsId: ids.m })),
  asked(ListImportRecords, 'readers of the import', () => ({ importId: manager.importId, sort: [], ...page })),
  asked(ShowImportRecord, 'readers of the import', () => ({ id: ids.record })),
  asked(ListRecordIds, 'readers of the import', () => ({ importId: manager.importId, sort: [] })),
  asked(CountImportRecords, 'readers of the import', () => ({ importId: manager.importId, facets: ['STATUS' as const] })),
  asked(ListErrorGroups, 'readers of the import', () => ({ runId: ids.runId })),
  asked(ShowRecordHistory, 'readers of the import', () => ({ id: ids.record, ...page })),
  asked(ChangePublicationAction, 'managers of the import', () => ({ ...ofRecord(), publicationAction: 'DO_NOT_SHOW' as const, unlink: false })),
  asked(LinkOrganisation, 'managers of the import', () => ({ ...ofRecord(), gidsId: ids.m })),
  asked(SaveImportNote, 'managers of the import', () => ({ ...ofRecord(), note: 'afspraak' })),
  asked(TakeOverProducts, 'managers of the import', () => ({ ...ofRecord(), mode: 'ALL' as const, productGidsIds: [] })),
  asked(SuppressRecord, 'managers of the import', () => ({ ...ofRecord(), reason: 'bezwaar' })),
  asked(TransferManagement, 'managers of the import', () => ({ ...ofRecord(), link: false })),
  asked(ShowReviewRound, 'managers of the import', () => ({ importId: manager.importId })),
  asked(ListReviewItems, 'managers of the import', () => ({ importId: manager.importId, ...page })),
  asked(JudgeReviewItem, 'managers of the import', () => ({ itemId: ids.item, judgement: '', by })),
  asked(AcceptRenumbering, 'managers of the import', () => ({ itemId: ids.item, by })),
  asked(CloseReviewRound, 'managers of the import', () => ({ roundId: ids.round, by })),
  asked(CleanUpImport, 'others', () => ({ importId: manager.importId, mode: 'HIDE' as const, expectedOrganisations: 999, by })),
  asked(CreateOrganisation, 'others', () => ({ organisation: library('N'), visible: false, contract: { ...agreed, parentGidsId: ids.p }, by })),
  asked(ChangeOrganisation, 'others', () => ({ ...ofM(), organisation: library('N') })),
  asked(ChangeVisibility, 'others', () => ({ ...ofM(), visible: false })),
  asked(ConfirmOrganisation, 'others', ofM),
  asked(ChangeContract, 'others', () => ({ ...ofM(), contract: { ...agreed, notifyEditorsOnImportedProductChanges: true } })),
  asked(DeleteOrganisation, 'others', ofM),
  asked(CopyOrganisation, 'others', () => ({ gidsId: ids.imported, parentGidsId: ids.p, accountManager: 'a.bakker', withProducts: false, by })),
  asked(AppointRole, 'others', () => ({ gidsId: ids.m, account: 'a.bakker', role: 'EDITOR' as const, by })),
  asked(WithdrawRole, 'others', () => ({ gidsId: ids.m, account: 'a.bakker', role: 'EDITOR' as const, by })),
  asked(CreateProduct, 'others', () => ({ ownerGidsId: ids.m, product: course, visible: false, by })),
  asked(ChangeProduct, 'others', () => ({ ...ofProduct(), product: course, visible: false })),
  asked(DeleteProduct, 'others', ofProduct),
];

/** Requests whose rights their own tests show. */
const besideIt = new Set([
  ...['StartBulkChange', 'ListBulkChanges', 'ShowBulkChange', 'ListBulkItems', 'UndoBulkChange'],
  ...['ProcessImportedOrganisation', 'ShowImportOrganisation', 'ShowComparison', 'ReportDuplicate', 'ListDuplicateReports', 'RequestDeletion'],
]);

/** None of them has a role at P or M. */
const askers: { who: string; actor: () => Actor; asks: readonly Audience[] }[] = [
  { who: 'an editor of another organisation', actor: () => actor(by), asks: ['everybody', 'people'] },
  { who: 'an import manager of another import', actor: () => other.actor, asks: ['everybody', 'people'] },
  { who: 'the import manager', actor: () => manager.actor, asks: ['everybody', 'people', 'readers of the import', 'managers of the import'] },
  { who: 'the import script', actor: () => ({ ...manager.actor, kind: 'SCRIPT' }), asks: ['everybody', 'readers of the import'] },
  { who: 'the script of another import', actor: () => ({ ...other.actor, kind: 'SCRIPT' }), asks: ['everybody'] },
];

/** A right that is missing is told before anything that is wrong with the request itself. */
async function isForbidden(definition: RequestDefinition, payload: object, asker: Actor): Promise<boolean> {
  const outcome: unknown = await publisher.ask(definition, payload, asker).then(() => undefined, (error: unknown) => error);
  if (outcome !== undefined && !(outcome instanceof RequestRefused)) throw outcome;
  return outcome?.problem.kind === 'forbidden';
}

const denied = askers.flatMap(({ who, actor: asker, asks }) =>
  requests.filter(({ audience }) => !asks.includes(audience)).map((request) => ({ who, asker, name: request.definition.name, request })),
);
const allowed = askers.flatMap(({ who, actor: asker, asks }) =>
  requests.filter(({ audience, definition }) => asks.includes(audience) && !definition.name.startsWith('Transfer')).map((request) => ({ who, asker, name: request.definition.name, request })),
);

describe('the rights on an object (RELIABILITY e2)', () => {
  it.each(denied)('R78 $name is forbidden to $who, and changes nothing', async ({ asker, request: { definition, payload } }) => {
    const before = await editor.everything();
    expect(await isForbidden(definition, payload(), asker())).toBe(true);
    expect(await editor.everything()).toEqual(before);
  });

  it.each(allowed)('R78 $name is not forbidden to $who', async ({ asker, request: { definition, payload } }) => {
    // A version that is stale by now keeps a command from changing what the next one is about.
    expect(await isForbidden(definition, { ...payload(), ...('version' in payload() && { version: 999 }) }, asker())).toBe(false);
  });

  it('R78 covers every request of the publisher, here or beside what it asks for', () => {
    const names = new Set(requests.map(({ definition }) => definition.name));
    const missing = requestsOf('publisher').filter(({ name, service }) => service === 'publisher' && !names.has(name) && !besideIt.has(name));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });

  it('R78 RELIABILITY e2 what was set aside, of any import, is for a systeembeheerder to see and send again', async () => {
    const questions = [
      { definition: ListDeadLetters, payload: page },
      { definition: RedriveDeadLetters, payload: {} },
    ];
    for (const { definition, payload } of questions) {
      for (const asker of [manager.actor, actor(by), { ...editor.actor, kind: 'SCRIPT' as const }]) expect(await isForbidden(definition, payload, asker)).toBe(true);
      expect(await isForbidden(definition, payload, editor.actor)).toBe(false);
    }
  });

  it('R78 R97 cleaning up is for a systeembeheerder, whose wrong count is what stops it', async () => {
    await expect(publisher.ask(CleanUpImport, { importId: manager.importId, mode: 'HIDE', expectedOrganisations: 999, by }, editor.actor)).rejects.toMatchObject({ problem: { code: 'unexpectedNumber' } });
  });

  it('R78 a right that was taken is missing at the next request', async () => {
    expect(await isForbidden(ShowImportRecord, { id: ids.record }, { ...manager.actor, importRights: [] })).toBe(true);
  });

  it('N37 a systeembeheerder may erase a record without the importrecht', async () => {
    const { id, version } = await manager.record('16BB00');
    expect(await publisher.ask(SuppressRecord, { id, version, reason: 'bezwaar', by }, editor.actor)).toMatchObject({ suppressed: true });
  });
});

describe('the list of import records', () => {
  it('R78 R88 holds the imports of the asker only', async () => {
    await other.run(1, (run) => [run.clean('17CC00')]);
    const listed = async (asker?: Actor) => (await publisher.ask(ListImportRecords, { sort: [], ...page }, asker)).items.map(({ importId }) => importId);
    expect(new Set(await listed(manager.actor))).toEqual(new Set([manager.importId]));
    expect(new Set(await listed({ ...manager.actor, importRights: [manager.importId, other.importId] }))).toEqual(new Set([manager.importId, other.importId]));
  });

  it.each([
    ['import', { importId: 'lrk' }],
    ['source', { sourceId: 'lrk' }],
  ])('R78 of another %s that is asked for by name is forbidden, and it says which right is missing', async (_, filter) => {
    const asker = actor('i.manager', { importRights: ['duo'] });
    await expect(publisher.ask(ListImportRecords, { ...filter, sort: [], ...page }, asker)).rejects.toMatchObject({
      problem: { kind: 'forbidden', code: 'noImportRight', message: 'U hebt het importrecht van import "lrk" niet. Een systeembeheerder kan het geven.' },
    });
  });

  it('R78 is for nobody without any importrecht', async () => {
    expect(await isForbidden(ListImportRecords, { sort: [], ...page }, actor('beheerder', { systemAdministrator: true }))).toBe(true);
  });
});

describe('what somebody may do with an organisation that he manages', () => {
  const person = (account: string) => actor(account);

  it('R13 R61 an editor changes its content and products, not its contract, and deletes it not', async () => {
    await publisher.ask(AppointRole, { gidsId: ids.m, account: 'j.jansen', role: 'EDITOR', by }, editor.actor);
    await publisher.rows("DELETE FROM organisation_role WHERE gids_id = $1 AND account = 'j.jansen'", [ids.p]);
    const { version } = await editor.show(ids.m);
    const changed = await publisher.ask(ChangeOrganisation, { gidsId: ids.m, version, organisation: library('M'), by }, person('j.jansen'));
    await publisher.ask(ConfirmOrganisation, { gidsId: ids.m, version: changed.version, by }, person('j.jansen'));
    await publisher.ask(CreateProduct, { ownerGidsId: ids.m, product: course, visible: true, by }, person('j.jansen'));
    for (const { definition, payload } of requests.filter(({ definition: { name } }) => ['ChangeContract', 'DeleteOrganisation', 'AppointRole', 'CopyOrganisation'].includes(name))) {
      expect([definition.name, await isForbidden(definition, payload(), person('j.jansen'))]).toEqual([definition.name, true]);
    }
  });

  it('R95 R50 an account manager above changes its contract and deletes it', async () => {
    const made = await editor.enter('Weg', { contract: { parentGidsId: ids.p } });
    const contract = { ...agreed, parentGidsId: ids.p, notifyEditorsOnImportedProductChanges: true };
    const changed = await publisher.ask(ChangeContract, { gidsId: made.gidsId, version: 1, contract, by }, person('a.bakker'));
    expect(changed.contract?.notifyEditorsOnImportedProductChanges).toBe(true);
    expect(await publisher.ask(DeleteOrganisation, { gidsId: made.gidsId, version: changed.version, by }, person('a.bakker'))).toEqual({ gidsId: made.gidsId });
  });

  it('G9 who may change a contract places it only under what he is account manager of; under nobody a systeembeheerder does', async () => {
    const elsewhere = await editor.enter('Elders');
    await publisher.rows('DELETE FROM organisation_role WHERE gids_id = $1', [elsewhere.gidsId]);
    const made = await editor.enter('Verhuist', { contract: { parentGidsId: ids.p } });
    const place = (parentGidsId: number | undefined, asker: Actor) => publisher.ask(ChangeContract, { gidsId: made.gidsId, version: made.version, contract: { ...agreed, parentGidsId }, by }, asker);
    for (const parentGidsId of [elsewhere.gidsId, undefined]) {
      await expect(place(parentGidsId, person('a.bakker'))).rejects.toMatchObject({ problem: { kind: 'forbidden', code: 'noRight' } });
    }
    expect((await place(undefined, editor.actor)).contract?.parentGidsId).toBeUndefined();
  });

  it('R63 G14 an account manager enters below what he is responsible for, however deep; a root is for a systeembeheerder', async () => {
    const enter = (parentGidsId: number | undefined, asker: Actor) => publisher.ask(CreateOrganisation, { organisation: library('Nieuw'), visible: false, contract: { ...agreed, parentGidsId }, by }, asker);
    const middle = await enter(ids.m, person('a.bakker'));
    expect((await enter(middle.gidsId, person('m.devries'))).contract?.parentGidsId).toBe(middle.gidsId);
    await expect(enter(undefined, person('a.bakker'))).rejects.toMatchObject({ problem: { kind: 'forbidden', code: 'noRight' } });
    await expect(enter(ids.p, actor('beheerder', { systemAdministrator: true }))).rejects.toMatchObject({ problem: { kind: 'forbidden' } });
  });

  it('R63 the account manager in a contract must be known, open, and responsible for the parent: the house itself is not exempt', async () => {
    const enter = (accountManager: string) => publisher.ask(CreateOrganisation, { organisation: library('Nieuw'), visible: false, contract: { ...agreed, parentGidsId: ids.p, accountManager }, by });
    await expect(enter('niemand')).rejects.toMatchObject({ problem: { kind: 'invalid', errors: [{ field: 'Accountmanager', code: 'unknownPerson' }] } });
    await expect(enter('j.jansen')).rejects.toMatchObject({ problem: { kind: 'invalid', errors: [{ field: 'Accountmanager', code: 'notAccountManager' }] } });
  });
});

describe('taking over products', () => {
  it('R59 R73 is for who edits the organisation of the link, who sees neither the note nor a childminder', async () => {
    await manager.run(2, (run) => [run.clean('VGO', { organisation: { kind: 'CHILDMINDER' }, makeVisible: false })]);
    await manager.setAction('VGO', 'DO_NOT_SHOW');
    await manager.note('VGO', 'alleen voor ons');
    const { id, version } = await manager.link('VGO', ids.m);
    const take = (asker: Actor) => publisher.ask(TakeOverProducts, { id, version, mode: 'ALL', productGidsIds: [], by }, asker);
    await expect(take(actor(by))).rejects.toMatchObject({ problem: { kind: 'forbidden', code: 'noRight' } });
    const taken = await take(actor('a.bakker'));
    expect(taken.takeOver?.mode).toBe('ALL');
    expect([taken.note, taken.organisation]).toEqual([undefined, undefined]);
    expect(await manager.record('VGO')).toMatchObject({ note: 'alleen voor ons', organisation: { kind: 'CHILDMINDER' } });
  });
});

describe('childminders of an import (N39)', () => {
  it('N39 R71 are not in the back office of who has not the importrecht; other hidden organisations are', async () => {
    await manager.run(3, (run) => [
      run.clean('VGO2', { organisation: { kind: 'CHILDMINDER', name: 'Gastouder Zwijgzaam' }, makeVisible: false }),
      run.clean('KDV', { organisation: { name: 'Opvang Zwijgzaam' }, makeVisible: false }),
    ]);
    const [childminder, hidden] = [await manager.gidsId('VGO2'), await manager.gidsId('KDV')];
    const found = async (asker: Actor | undefined) => (await publisher.ask(ListOrganisations, { name: 'zwijgzaam', ...page }, asker)).items.map(({ gidsId }) => gidsId);
    const strangers = [actor(by), other.actor, actor('beheerder', { systemAdministrator: true })];
    for (const asker of strangers) {
      expect(await found(asker)).toEqual([hidden]);
      expect((await publisher.ask(ShowOrganisation, { gidsId: hidden }, asker)).visible).toBe(false);
      const requestsOfIt = [
        () => publisher.ask(ShowOrganisation, { gidsId: childminder }, asker),
        () => publisher.ask(ListProducts, { ownerGidsId: childminder }, asker),
        () => publisher.ask(CopyOrganisation, { gidsId: childminder, parentGidsId: ids.p, accountManager: 'a.bakker', withProducts: false, by }, asker),
      ];
      for (const request of requestsOfIt) await expect(request()).rejects.toMatchObject({ problem: { kind: 'notFound', code: 'unknownOrganisation' } });
    }
    expect(await found(manager.actor)).toEqual([childminder, hidden]);
    expect((await publisher.ask(ShowOrganisation, { gidsId: childminder }, manager.actor)).organisation.kind).toBe('CHILDMINDER');
  });
});
