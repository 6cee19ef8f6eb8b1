import { DecideHeldRun, ListRuns, ListSources, ListStagedRows, ReceiveFilePart, ShowRun, StartImport, type Actor } from '@gids/contracts';
import { imports, sources } from '@gids/sources';
import { v7 as uuidv7 } from 'uuid';
import { FetcherUnderTest } from '../testing/fetcher-under-test.js';
import { fileOf, schools } from '../testing/source-file.js';
import { mayDecideRun, maySeeRuns, maySendFile, mayStartRun, seenImports } from './run-rights.js';

const person = (importRights: string[], different: Partial<Actor> = {}): Actor => ({ name: 'i.manager', kind: 'PERSON', systemAdministrator: false, importRights, ...different });
const manager = person(['duo']);
const foreigner = person(['lrk']);
const administrator = person([], { name: 'beheerder', systemAdministrator: true });
const script = person(['duo'], { name: 'levering', kind: 'SCRIPT' });

describe('table 7 for runs of import "duo"', () => {
  it.each([
    { who: 'the import manager', asker: manager, sees: true, pulls: true, pushes: true, decides: true },
    { who: 'an import manager of another import', asker: foreigner, sees: false, pulls: false, pushes: false, decides: false },
    { who: 'an editor', asker: person([]), sees: false, pulls: false, pushes: false, decides: false },
    { who: 'a systeembeheerder', asker: administrator, sees: true, pulls: true, pushes: true, decides: true },
    { who: 'the import script', asker: script, sees: true, pulls: false, pushes: true, decides: false },
    { who: 'a script that says it is an administrator', asker: { ...administrator, kind: 'SCRIPT' as const }, sees: false, pulls: false, pushes: false, decides: false },
    { who: 'the house itself', asker: undefined, sees: true, pulls: true, pushes: true, decides: true },
  ])('R78 given $who, then sees $sees, pulls $pulls, pushes $pushes, decides $decides', ({ asker, sees, pulls, pushes, decides }) => {
    expect(maySeeRuns(asker, 'duo')).toBe(sees);
    expect(mayStartRun(asker, 'duo', 'PULL')).toBe(pulls);
    expect(mayStartRun(asker, 'duo', 'PUSH')).toBe(pushes);
    expect(mayDecideRun(asker, 'duo')).toBe(decides);
  });

  it('R78 given a run that somebody else started, then its file is not for others to send, nor for who lost the right', () => {
    const run = { importId: 'duo', requestedBy: 'levering' };
    expect([script, manager, administrator, undefined, { ...script, importRights: [] }].map((asker) => maySendFile(asker, run))).toEqual([true, false, false, true, false]);
  });

  it('R78 given a list, then it is about the imports of the asker; about all for a systeembeheerder', () => {
    expect([manager, script, administrator, undefined, person([])].map(seenImports)).toEqual([['duo'], ['duo'], undefined, undefined, []]);
  });
});

describe('the fetcher', () => {
  let fetcher: FetcherUnderTest;

  beforeAll(async () => {
    fetcher = await FetcherUnderTest.create();
    await fetcher.start();
  });
  beforeEach(() => fetcher.clear());
  afterAll(() => fetcher.close());

  const start = (asker: Actor, transport: 'PULL' | 'PUSH' = 'PUSH', sourceId = 'duo-po') =>
    fetcher.ask(StartImport, { runId: uuidv7(), sourceId, transport, full: false, requestedBy: asker.name }, asker);
  const send = (runId: string, file: Uint8Array, asker: Actor) =>
    fetcher.ask(ReceiveFilePart, { runId, index: 0, content: Buffer.from(file).toString('base64'), last: true }, asker);
  const forbidden = (code: string) => ({ problem: { kind: 'forbidden', code } });

  it('R78 R6 lets a script start a run of its own import with its own file, and nothing else', async () => {
    await expect(start(script, 'PULL')).rejects.toMatchObject(forbidden('noRight'));
    await expect(start(script, 'PUSH', 'lrk')).rejects.toMatchObject(forbidden('noImportRight'));
    const { id } = await start(script);
    for (const asker of [manager, administrator, { ...script, name: 'andere sleutel' }]) await expect(send(id, fileOf('duo-po', schools(0, 1)), asker)).rejects.toMatchObject(forbidden('noRight'));
    await send(id, fileOf('duo-po', schools(0, 10)), script);
    expect((await fetcher.settled(id)).counts).toMatchObject({ read: 10 });
    expect(await fetcher.ask(ShowRun, { runId: id }, script)).toMatchObject({ requestedBy: 'levering' });
  });

  it('R78 starts nothing for who has not the importrecht, and stores no run', async () => {
    for (const asker of [foreigner, person([])]) await expect(start(asker)).rejects.toMatchObject(forbidden('noImportRight'));
    expect(await fetcher.ask(ListRuns, { page: 1, pageSize: 10 })).toEqual({ items: [], total: 0 });
  });

  it('R78 lists and shows the runs and sources of the asker’s imports; those of another by name are forbidden', async () => {
    const { id } = await start(manager);
    const runsOf = async (asker: Actor) => (await fetcher.ask(ListRuns, { page: 1, pageSize: 10 }, asker)).items.map((run) => run.id);
    expect([await runsOf(manager), await runsOf(foreigner), await runsOf(administrator), await runsOf(person([]))]).toEqual([[id], [], [id], []]);
    const importsOf = async (asker: Actor) => [...new Set((await fetcher.ask(ListSources, {}, asker)).items.map(({ importId }) => importId))];
    expect([await importsOf(manager), await importsOf(person([]))]).toEqual([['duo'], []]);
    expect(new Set(await importsOf(administrator))).toEqual(new Set(imports.map((one) => one.id)));
    expect((await fetcher.ask(ListSources, {}, administrator)).items).toHaveLength(sources.length);
    const named = [
      () => fetcher.ask(ShowRun, { runId: id }, foreigner),
      () => fetcher.ask(ListRuns, { page: 1, pageSize: 10, sourceId: 'duo-po' }, foreigner),
      () => fetcher.ask(ListSources, { sourceId: 'duo-po' }, foreigner),
    ];
    for (const ask of named) await expect(ask()).rejects.toMatchObject(forbidden('noImportRight'));
  });

  it('R8 R78 lets a person with the importrecht or a systeembeheerder decide on a held run; its script may look, nobody else', async () => {
    const { id } = await start(manager);
    const look = (asker: Actor) => fetcher.ask(ListStagedRows, { runId: id, page: 1, pageSize: 10 }, asker);
    const decide = (asker: Actor) => fetcher.ask(DecideHeldRun, { runId: id, decision: 'REFUSE', reason: 'Nagevraagd', by: asker.name }, asker);
    await expect(decide(script)).rejects.toMatchObject(forbidden('noRight'));
    for (const ask of [look, decide]) {
      await expect(ask(foreigner)).rejects.toMatchObject(forbidden('noImportRight'));
      for (const asker of [manager, administrator]) await expect(ask(asker)).rejects.toMatchObject({ problem: { kind: 'conflict', code: 'runNotHeld' } });
    }
    await expect(look(script)).rejects.toMatchObject({ problem: { kind: 'conflict', code: 'runNotHeld' } });
  });
});
