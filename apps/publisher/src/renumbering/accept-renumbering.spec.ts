import { AcceptRenumbering, TakeOverProducts, type ImportRecordDetail } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { sameAddress, school, withOffer, type TestRun } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let manager: TestManager;
let editor: TestEditor;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());
beforeEach(async () => (manager = await TestManager.ofNewImport(publisher)));

const [old, successor] = ['11UF00', '11IP01'];

/** The run in which the one vanishes and the other comes. */
const renumbers = (run: TestRun) => [withOffer(run.clean(successor)), run.vanished(old, successor)];

const proposal = async () => (await manager.items({ reasons: ['RENUMBERED'] }))[0];

async function accept(): Promise<ImportRecordDetail> {
  return publisher.ask(AcceptRenumbering, { itemId: (await proposal())?.id ?? 9_999_999, by: manager.name });
}

const organisation = async (gidsId: number | undefined) => (await publisher.rows('SELECT * FROM organisation WHERE gids_id = $1', [gidsId]))[0];
const ownerOf = async (recordId: string) => (await publisher.rows('SELECT owner_gids_id::int AS owner FROM product WHERE record_id = $1 AND source_id = $2', [recordId, manager.source.sourceId]))[0]?.['owner'];

describe('a record that seems to be renumbered', () => {
  it('R81 R96 is proposed as one pair instead of a removal and an addition', async () => {
    await manager.run(1, (run) => [run.clean(old)]);
    await manager.run(2, renumbers);
    const { id } = await manager.record(old);
    const { id: successorId } = await manager.record(successor);
    expect(await manager.items()).toEqual([
      expect.objectContaining({
        ...{ reason: 'RENUMBERED', recordId: id, bronId: old, name: `Basisschool ${old}`, successorId },
        explanation: `${old} verdween in dezelfde run waarin ${successor} verscheen met dezelfde naam en hetzelfde adres: vermoedelijk hernummerd.`,
      }),
    ]);
  });

  it('R81 is proposed whichever of the two comes first', async () => {
    await manager.run(1, (run) => [run.clean(old)]);
    const run = manager.source.run(2);
    await publisher.handle(run.vanished(old, successor));
    await publisher.handle(...run.ended({ changed: 2 }));
    await publisher.handle(run.clean(successor));
    expect(await proposal()).toMatchObject({ successorId: (await manager.record(successor)).id });
  });

  it('R81 is no longer proposed once the old bronID is back', async () => {
    await manager.run(1, (run) => [run.clean(old)]);
    await manager.run(2, renumbers);
    await manager.run(3, (run) => [run.clean(old)]);
    expect(await proposal()).toBeUndefined();
    await manager.run(4, (run) => [run.vanished(old)]);
    expect(await manager.reasons()).toEqual({ [old]: 'VANISHED' });
  });
});

describe('accepting a renumbering', () => {
  it('R15 R96 lets the new bronID go on with G!DS-ID, action, note and link; the new content is shown under the old ID', async () => {
    const { gidsId: target } = await editor.enter('De Regenboog');
    await manager.run(1, (run) => [withOffer(run.clean(old))]);
    await manager.setAction(old, 'DO_NOT_SHOW');
    await manager.link(old, target);
    const before = await manager.note(old, 'afgesproken');
    await manager.run(2, renumbers);
    const { gidsId: dropped } = await manager.record(successor);

    expect(await accept()).toMatchObject({
      ...{ recordId: successor, gidsId: before.gidsId, publicationAction: 'DO_NOT_SHOW', note: 'afgesproken', linkedOrganisationId: target },
      ...{ visible: false, missingAtSource: false, organisation: school(successor) },
    });
    expect(await organisation(before.gidsId)).toMatchObject({ name: `Basisschool ${successor}`, visible: false, management: 'IMPORTED' });
    expect(await organisation(dropped)).toBeUndefined();
    expect(await publisher.rows('SELECT gids_id::int AS id FROM contract WHERE gids_id = ANY($1)', [[before.gidsId, dropped]])).toEqual([{ id: before.gidsId }]);
    expect(await ownerOf(`${successor}/aanbod`)).toBe(before.gidsId);
    expect(await ownerOf(`${old}/aanbod`)).toBeUndefined();
    expect(await publisher.deadLetters()).toEqual([]);
  });

  it('R99 leaves a tombstone without a G!DS-ID; both histories tell it, and nothing is left to judge', async () => {
    await manager.run(1, (run) => [run.clean(old)]);
    const { gidsId } = await manager.record(old);
    await manager.run(2, renumbers);
    expect(await accept()).toMatchObject({ gidsId, visible: true });
    expect(await manager.isPublic(gidsId)).toBe(true);
    const tombstone = await manager.record(old);
    expect(tombstone).toMatchObject({ missingAtSource: true, visible: false, name: '', publicationAction: 'SHOW_ON_SUCCESS' });
    expect(tombstone.gidsId).toBeUndefined();
    expect((await manager.history(old))[0]).toBe(`Hernummerd naar ${successor}: G!DS-ID ${gidsId}, publicatieactie, toelichting en koppeling gaan daar verder.`);
    expect(await manager.history(old)).toContain('Beoordeeld (Vermoedelijk hernummerd): hernummering geaccepteerd.');
    expect(await manager.history(successor)).toContain(`Hernummerd van ${old}: G!DS-ID ${gidsId}, publicatieactie, toelichting en koppeling gaan hier verder.`);
    expect(await manager.items()).toEqual([]);
  });

  it('R15 R96 holds in the runs that follow: the next change comes under the old ID, the tombstone stays, a returning old bronID is new', async () => {
    await manager.run(1, (run) => [run.clean(old)]);
    const { gidsId } = await manager.record(old);
    await manager.run(2, renumbers);
    const { gidsId: dropped } = await manager.record(successor);
    await accept();
    await manager.run(3, (run) => [run.clean(successor, { organisation: { phone: '0591659840' } })]);
    await manager.run(4);
    expect(await manager.record(successor)).toMatchObject({ gidsId, visible: true, organisation: { phone: '0591659840' } });
    expect((await manager.record(old)).gidsId).toBeUndefined();
    await manager.run(5, (run) => [run.clean(old)]);
    const again = await manager.record(old);
    expect(again).toMatchObject({ visible: true });
    expect(again.gidsId).toBeGreaterThan(dropped ?? 0);
  });

  it('A22 works as well when the old organisation was deleted meanwhile', async () => {
    await manager.run(1, (run) => [run.duplicate(old, [sameAddress])]);
    await manager.setAction(old, 'SHOW_IGNORE_DUPLICATES');
    const { gidsId } = await manager.note(old, 'afgesproken');
    await manager.run(2, (run) => [withOffer(run.duplicate(successor, [sameAddress])), run.vanished(old, successor)]);
    await manager.run(3);
    expect(await organisation(gidsId)).toBeUndefined();
    expect(await proposal()).toMatchObject({ name: `Basisschool ${successor}` });
    expect(await accept()).toMatchObject({ gidsId, note: 'afgesproken', publicationAction: 'SHOW_IGNORE_DUPLICATES', status: 'DUPLICATES_FOUND', visible: true });
    expect(await organisation(gidsId)).toMatchObject({ name: `Basisschool ${successor}`, visible: true });
    expect(await publisher.rows('SELECT FROM contract WHERE gids_id = $1', [gidsId])).toHaveLength(1);
    expect(await ownerOf(`${successor}/aanbod`)).toBe(gidsId);
  });

  it('R59 what an editor took over goes on with the products of the new bronID', async () => {
    const { gidsId: target } = await editor.enter('De Regenboog');
    await manager.run(1, (run) => [withOffer(run.clean(old))]);
    await manager.setAction(old, 'DO_NOT_SHOW');
    const { id, version } = await manager.link(old, target);
    await publisher.ask(TakeOverProducts, { id, version, mode: 'ALL', productGidsIds: [], by: manager.name });
    await manager.run(2, renumbers);
    const { gidsId: product } = await manager.record(`${successor}/aanbod`);
    expect((await accept()).takeOver).toEqual({ mode: 'ALL', productGidsIds: [product] });
  });

  it('R63 a copy of the new record is a copy of what it became', async () => {
    await manager.run(1, (run) => [run.clean(old)]);
    const { gidsId } = await manager.record(old);
    await manager.run(2, renumbers);
    const parent = await editor.enter('Gemeente');
    const copy = await editor.copy((await manager.record(successor)).gidsId ?? 0, { parentGidsId: parent.gidsId });
    await accept();
    expect(await organisation(copy.gidsId)).toMatchObject({ management: 'MANAGED', copied_from_gids_id: String(gidsId), version: 1 });
  });

  it('A34 a successor of which nothing could be saved has the G!DS-ID, and hides what stands there', async () => {
    await manager.run(1, (run) => [run.clean(old)]);
    const { gidsId } = await manager.record(old);
    await manager.run(2, (run) => [run.failed(successor), run.vanished(old, successor)]);
    expect(await accept()).toMatchObject({ gidsId, status: 'CONVERSION_ERRORS', visible: false });
    expect(await manager.isPublic(gidsId)).toBe(false);
    await manager.run(3, (run) => [run.clean(successor)]);
    expect(await manager.record(successor)).toMatchObject({ gidsId, visible: true, organisation: school(successor) });
  });
});

describe('accepting a renumbering is refused', () => {
  const refused = async (kind: string, code: string) => {
    const before = await editor.everything();
    expect(await refusal(accept())).toMatchObject({ kind, code });
    expect(await editor.everything()).toEqual(before);
  };

  beforeEach(() => manager.run(1, (run) => [run.clean(old)]));

  it('where there is no such item, or it is about something else', async () => {
    await manager.run(2, (run) => [run.vanished(old)]);
    await refused('notFound', 'notFound');
    const [vanished] = await manager.items();
    expect(await refusal(publisher.ask(AcceptRenumbering, { itemId: vanished?.id ?? 0, by: 'x' }))).toMatchObject({ kind: 'conflict', code: 'notRenumbered' });
  });

  it('while the successor is not there', async () => {
    await manager.run(2, (run) => [run.vanished(old, successor)]);
    await refused('conflict', 'successorUnknown');
  });

  it('where the successor vanished, and where it was deleted', async () => {
    await manager.run(2, renumbers);
    await manager.run(3, (run) => [run.vanished(successor)]);
    await refused('conflict', 'successorGone');
    await manager.run(4);
    await refused('conflict', 'successorGone');
  });

  it('N37 where the successor was erased on demand', async () => {
    await manager.run(2, renumbers);
    await manager.suppress(successor);
    await refused('conflict', 'successorGone');
  });

  it('N37 where the old one was erased on demand: the proposal went with it', async () => {
    await manager.run(2, renumbers);
    const item = await proposal();
    await manager.suppress(old);
    expect(await refusal(publisher.ask(AcceptRenumbering, { itemId: item?.id ?? 0, by: 'x' }))).toMatchObject({ kind: 'notFound' });
  });

  it('a second time', async () => {
    await manager.run(2, renumbers);
    const item = await proposal();
    await accept();
    expect(await refusal(publisher.ask(AcceptRenumbering, { itemId: item?.id ?? 0, by: 'x' }))).toMatchObject({ kind: 'conflict', code: 'reasonPassed' });
  });
});
