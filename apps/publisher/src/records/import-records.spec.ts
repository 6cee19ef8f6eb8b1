import { ListImportRecords, ShowImportRecord, ShowVisibleOrganisation, type ImportRecordDetail, type PublicationAction } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { leftOut, sameAddress, school, TestSource, unusable } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let source: TestSource;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  await publisher.start();
});
afterAll(() => publisher.close());
beforeEach(() => (source = new TestSource()));

async function record(recordId: string): Promise<ImportRecordDetail> {
  const { items } = await publisher.ask(ListImportRecords, { sourceId: source.sourceId, recordId, page: 1, pageSize: 10, sort: [] });
  expect(items).toHaveLength(1);
  return publisher.ask(ShowImportRecord, { id: items[0]?.id ?? 0 });
}

async function organisation(gidsId: number | undefined): Promise<Record<string, unknown>> {
  const [row = {}] = await publisher.rows('SELECT * FROM organisation WHERE gids_id = $1', [gidsId]);
  return row;
}

const isPublic = (gidsId = 0) =>
  publisher.ask(ShowVisibleOrganisation, { gidsId }).then(
    () => true,
    () => false,
  );

const setAction = (recordId: string, action: PublicationAction) =>
  publisher.rows('UPDATE import_record SET publication_action = $3 WHERE source_id = $1 AND record_id = $2', [source.sourceId, recordId, action]);

describe('a record over several runs', () => {
  it('R9 R17 R30 R31 new: an organisation under the importorganisatie, action 1, visible', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const made = await record('16AH00');
    expect(made).toMatchObject({
      importId: 'duo',
      recordId: '16AH00',
      name: 'Basisschool 16AH00',
      town: 'Nietap',
      status: 'SUCCESS',
      explanation: '',
      publicationAction: 'SHOW_ON_SUCCESS',
      visible: true,
      missingAtSource: false,
      organisation: school('16AH00'),
      version: 1,
    });
    const [root] = await publisher.rows("SELECT gids_id FROM import_root WHERE import_id = 'duo'");
    expect(await organisation(made.gidsId)).toMatchObject({ management: 'IMPORTED', source_id: source.sourceId, version: 1 });
    expect(await publisher.rows('SELECT parent_gids_id FROM contract WHERE gids_id = $1', [made.gidsId])).toEqual([{ parent_gids_id: root?.['gids_id'] }]);
    expect(await isPublic(made.gidsId)).toBe(true);
  });

  it('R14 R15 R20 changed: the same G!DS-ID, the next version, the new name', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const before = await record('16AH00');
    await publisher.handle(source.run(2).clean('16AH00', { organisation: { name: 'De Nieuwe Naam' } }));
    const after = await record('16AH00');
    expect(after).toMatchObject({ gidsId: before.gidsId, name: 'De Nieuwe Naam', version: 2 });
    expect(await organisation(before.gidsId)).toMatchObject({ version: 2, name: 'De Nieuwe Naam', name_folded: 'de nieuwe naam' });
    expect(new Date(after.changedAt).getTime()).toBeGreaterThan(new Date(before.changedAt).getTime());
  });

  it('R28 unchanged: decided again, but nothing counts as changed', async () => {
    await publisher.handle(source.run(1).clean('16AH00', { issues: [leftOut] }));
    const before = await record('16AH00');
    const run = source.run(2);
    await publisher.handle(run.clean('16AH00', { issues: [leftOut] }));
    expect(await record('16AH00')).toEqual({ ...before, lastRunId: run.id });
    expect(await organisation(before.gidsId)).toMatchObject({ version: 1 });
  });

  it('an earlier run that arrives later changes nothing', async () => {
    await publisher.handle(source.run(2).clean('16AH00'));
    const before = await record('16AH00');
    const late = source.run(1);
    await publisher.handle(late.failed('16AH00'));
    await publisher.handle(late.clean('16AH00', { organisation: { name: 'Oude Naam' } }));
    await publisher.handle(late.vanished('16AH00'));
    expect(await record('16AH00')).toEqual(before);
  });

  it('R18 R19 two bronIDs that look alike are two records', async () => {
    await publisher.handle(...['0123', '123', '00123', '16ah00', '16AH00'].map((id) => source.run(1).clean(id)));
    const ids = await publisher.rows('SELECT DISTINCT gids_id FROM import_record WHERE source_id = $1', [source.sourceId]);
    expect(ids).toHaveLength(5);
  });

  it('the same bronID at another source is another record', async () => {
    const other = new TestSource('lrk');
    await publisher.handle(source.run(1).clean('16AH00'), other.run(1).clean('16AH00'));
    const rows = await publisher.rows<{ gids_id: string }>('SELECT gids_id FROM import_record WHERE source_id = ANY($1)', [[source.sourceId, other.sourceId]]);
    expect(new Set(rows.map((row) => row.gids_id)).size).toBe(2);
  });

  it('a frame with the same record twice keeps the last word', async () => {
    const run = source.run(1);
    await publisher.handle(run.clean('16AH00', { organisation: { name: 'Eerste' } }), run.clean('16AH00', { organisation: { name: 'Tweede' } }));
    expect(await record('16AH00')).toMatchObject({ name: 'Tweede', version: 1 });
  });

  it('the same frame twice has one effect', async () => {
    const run = source.run(1);
    const [frame] = await publisher.tell(run.clean('16AH00'));
    await publisher.handled([frame!]);
    await publisher.send(frame!, frame!);
    await publisher.handle(...run.ended({ added: 1 }));
    expect(await record('16AH00')).toMatchObject({ version: 1 });
    expect(await publisher.rows('SELECT processed FROM run WHERE run_id = $1', [run.id])).toEqual([{ processed: 1 }]);
  });
});

describe('visibility over several runs', () => {
  it('R32 R36 R53 a duplicate hides, an invisible one does not, and the record comes back when it is gone', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const { gidsId } = await record('16AH00');

    await publisher.handle(source.run(2).duplicate('16AH00', [sameAddress]));
    expect(await record('16AH00')).toMatchObject({ status: 'DUPLICATES_FOUND', visible: false, gidsId, duplicates: [sameAddress] });
    expect((await record('16AH00')).explanation).toContain('G!DS 123 De Regenboog, Nietap: zelfde adres');
    expect(await isPublic(gidsId)).toBe(false);

    await publisher.handle(source.run(3).duplicate('16AH00', [{ ...sameAddress, visible: false }]));
    expect(await record('16AH00')).toMatchObject({ status: 'SUCCESS', visible: true, gidsId });
    expect((await record('16AH00')).explanation).toContain('(niet zichtbaar)');
    expect(await isPublic(gidsId)).toBe(true);

    await publisher.handle(source.run(4).clean('16AH00'));
    expect(await record('16AH00')).toMatchObject({ status: 'SUCCESS', visible: true, explanation: '', duplicates: [] });
  });

  it('A7 R25 an error hides one that was visible; R12 its content is the newest all the same', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const { gidsId } = await record('16AH00');
    await publisher.handle(source.run(2).clean('16AH00', { organisation: { phone: '0591659840' }, issues: [unusable] }));
    expect(await record('16AH00')).toMatchObject({ status: 'CONVERSION_ERRORS', visible: false, organisation: { phone: '0591659840' } });
    expect((await record('16AH00')).explanation).toContain('"XYZ"');
    expect(await isPublic(gidsId)).toBe(false);
  });

  it('R26 a mandatory field that is empty hides, and says which', async () => {
    const visitAddress = { street: 'Proefstraat', houseNumber: 13, town: 'Nietap' };
    await publisher.handle(source.run(1).clean('16AH00', { organisation: { visitAddress } }));
    expect(await record('16AH00')).toMatchObject({ status: 'VALIDATION_ERRORS', visible: false });
    expect((await record('16AH00')).explanation).toContain('Postcode: verplicht veld is leeg.');
  });

  it('A14 N34 what the source withholds is kept up to date and never shown', async () => {
    await publisher.handle(source.run(1).clean('16AH00', { makeVisible: false }));
    expect(await record('16AH00')).toMatchObject({ status: 'SUCCESS', visible: false, makeVisible: false });
    await publisher.handle(source.run(2).clean('16AH00', { makeVisible: false, organisation: { name: 'Nieuw' } }));
    const { gidsId, name, visible } = await record('16AH00');
    expect({ name, visible, seen: await isPublic(gidsId) }).toEqual({ name: 'Nieuw', visible: false, seen: false });
  });

  it('R30 R35 R42 action 3 stays over five runs, a disappearance and a return; the data stay current', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const { gidsId } = await record('16AH00');
    await setAction('16AH00', 'DO_NOT_SHOW');
    for (const number of [2, 3, 4]) {
      await publisher.handle(source.run(number).clean('16AH00', { organisation: { name: `Naam ${number}` } }));
      expect(await record('16AH00')).toMatchObject({ publicationAction: 'DO_NOT_SHOW', visible: false, name: `Naam ${number}`, status: 'SUCCESS' });
    }
    await publisher.handle(source.run(5).vanished('16AH00'));
    await publisher.handle(source.run(6).clean('16AH00'));
    expect(await record('16AH00')).toMatchObject({ publicationAction: 'DO_NOT_SHOW', visible: false, missingAtSource: false, gidsId });
    expect(await isPublic(gidsId)).toBe(false);
  });

  it('R34 action 2 shows in spite of duplicates over runs, and not in spite of an error', async () => {
    await publisher.handle(source.run(1).duplicate('16AH00', [sameAddress]));
    await setAction('16AH00', 'SHOW_IGNORE_DUPLICATES');
    for (const number of [2, 3]) {
      await publisher.handle(source.run(number).duplicate('16AH00', [sameAddress]));
      expect(await record('16AH00')).toMatchObject({ status: 'DUPLICATES_FOUND', visible: true });
    }
    await publisher.handle(source.run(4).duplicate('16AH00', [sameAddress], { issues: [unusable] }));
    expect(await record('16AH00')).toMatchObject({ status: 'CONVERSION_ERRORS', visible: false });
    await publisher.handle(source.run(5).duplicate('16AH00', [sameAddress]));
    expect(await record('16AH00')).toMatchObject({ visible: true });
  });

  it('R21 note and link are a person\'s and survive every run', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    await publisher.rows("UPDATE import_record SET note = 'afgesproken', linked_organisation_id = 123 WHERE source_id = $1", [source.sourceId]);
    await publisher.handle(source.run(2).clean('16AH00', { organisation: { name: 'Anders' } }));
    await publisher.handle(source.run(3).vanished('16AH00'));
    await publisher.handle(source.run(4).failed('16AH00'));
    expect(await record('16AH00')).toMatchObject({ note: 'afgesproken', linkedOrganisationId: 123 });
  });
});

describe('a record that is gone from the source (R96)', () => {
  it('is marked and hidden at once, and never deleted', async () => {
    await publisher.handle(source.run(1).clean('16AH00'), source.run(1).clean('16AH01'));
    const { gidsId } = await record('16AH00');
    const run = source.run(2);
    await publisher.handle(run.vanished('16AH00'));
    const gone = await record('16AH00');
    expect(gone).toMatchObject({ gidsId, missingAtSource: true, visible: false, status: 'SUCCESS', version: 2, lastRunId: run.id });
    expect(gone.explanation).toBe('Niet meer in de bron.');
    expect(await organisation(gidsId)).toMatchObject({ visible: false, version: 2 });
    expect(await record('16AH01')).toMatchObject({ missingAtSource: false, visible: true, version: 1 });
  });

  it('comes back with the same G!DS-ID and action, visible', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const { gidsId } = await record('16AH00');
    await setAction('16AH00', 'SHOW_IGNORE_DUPLICATES');
    await publisher.handle(source.run(2).vanished('16AH00'));
    await publisher.handle(source.run(3).clean('16AH00'));
    expect(await record('16AH00')).toMatchObject({ gidsId, missingAtSource: false, visible: true, publicationAction: 'SHOW_IGNORE_DUPLICATES', explanation: '' });
    expect(await isPublic(gidsId)).toBe(true);
  });

  it('told twice is gone once', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    await publisher.handle(source.run(2).vanished('16AH00'));
    await publisher.handle(source.run(3).vanished('16AH00'));
    expect(await record('16AH00')).toMatchObject({ version: 2, missingAtSource: true });
  });

  it('is not brought back by a run before the one that missed it last', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    await publisher.handle(source.run(2).vanished('16AH00'));
    await publisher.handle(source.run(4).vanished('16AH00'));
    await publisher.handle(source.run(3).clean('16AH00'));
    expect(await record('16AH00')).toMatchObject({ missingAtSource: true, visible: false });
  });

  it('before it ever arrived is not brought in afterwards by an earlier run, and is by a later one', async () => {
    await publisher.handle(source.run(3).vanished('16AH00'));
    await publisher.handle(source.run(1).clean('16AH00'));
    expect(await publisher.rows('SELECT FROM import_record WHERE source_id = $1', [source.sourceId])).toEqual([]);
    await publisher.handle(source.run(4).clean('16AH00'));
    expect(await record('16AH00')).toMatchObject({ visible: true, missingAtSource: false, version: 1 });
    await publisher.handle(source.run(2).failed('16AH00'));
    expect(await record('16AH00')).toMatchObject({ visible: true, version: 1 });
  });

  it('without an organisation is marked as well', async () => {
    await publisher.handle(source.run(1).failed('16AH00'));
    await publisher.handle(source.run(2).vanished('16AH00'));
    expect(await record('16AH00')).toMatchObject({ missingAtSource: true, visible: false });
  });
});

describe('a record of which nothing could be made (A34)', () => {
  it('exists without a G!DS-ID, and gets one when the source repairs it', async () => {
    await publisher.handle(source.run(1).failed('16AH00'));
    const broken = await record('16AH00');
    expect(broken).toMatchObject({ status: 'CONVERSION_ERRORS', visible: false, name: '', publicationAction: 'SHOW_ON_SUCCESS' });
    expect(broken.gidsId).toBeUndefined();
    expect(broken.organisation).toBeUndefined();
    await publisher.handle(source.run(2).clean('16AH00'));
    expect(await record('16AH00')).toMatchObject({ id: broken.id, status: 'SUCCESS', visible: true, name: 'Basisschool 16AH00', version: 2 });
    expect((await record('16AH00')).gidsId).toBeGreaterThan(100_000);
  });

  it('hides what was visible, keeps its G!DS-ID and name, and comes back under the same one', async () => {
    await publisher.handle(source.run(1).clean('16AH00'));
    const { gidsId } = await record('16AH00');
    await publisher.handle(source.run(2).failed('16AH00'));
    expect(await record('16AH00')).toMatchObject({ gidsId, status: 'CONVERSION_ERRORS', visible: false, name: 'Basisschool 16AH00' });
    expect(await isPublic(gidsId)).toBe(false);
    await publisher.handle(source.run(3).clean('16AH00'));
    expect(await record('16AH00')).toMatchObject({ gidsId, status: 'SUCCESS', visible: true });
    expect(await isPublic(gidsId)).toBe(true);
  });
});

describe('what is managed (R13)', () => {
  it('is never touched by a run, not even where a record points at it', async () => {
    const [managed] = await publisher.rows<{ gids_id: string }>(
      `INSERT INTO organisation (management, kind, name, name_folded, content, content_hash, visible, version)
       VALUES ('MANAGED', 'PRIMARY_SCHOOL', 'Beheerd', 'beheerd', $1, 'x', true, 7) RETURNING gids_id`,
      [school('beheerd')],
    );
    const gidsId = Number(managed?.gids_id);
    const before = await organisation(gidsId);
    await publisher.handle(source.run(1).duplicate('16AH00', [{ ...sameAddress, gidsId }]));
    await publisher.rows('UPDATE import_record SET gids_id = $2 WHERE source_id = $1', [source.sourceId, gidsId]);
    await publisher.handle(source.run(2).clean('16AH00', { organisation: { name: 'Gekaapt' } }));
    expect(await organisation(gidsId)).toEqual(before);
    expect(await publisher.deadLetters()).toContainEqual(expect.objectContaining({ subject: '16AH00', reason: 'failed' }));
  });
});

describe('an event that cannot be saved', () => {
  it('R9 of an import that is not in the registry is set aside with the reason; nothing dangles and its neighbours go on', async () => {
    const stranger = new TestSource('onbekend');
    const run = source.run(1);
    const foreign = { ...stranger.run(1).clean('99XX00'), runid: run.id };
    await publisher.handle(run.clean('16AH00'), foreign, run.clean('16AH01'));
    expect(await record('16AH00')).toMatchObject({ visible: true });
    expect(await record('16AH01')).toMatchObject({ visible: true });
    expect(await publisher.rows('SELECT FROM import_record WHERE source_id = $1', [stranger.sourceId])).toEqual([]);
    expect(await publisher.deadLetters()).toContainEqual(expect.objectContaining({ subject: '99XX00', error: expect.stringContaining('onbekend') }));
  });
});
