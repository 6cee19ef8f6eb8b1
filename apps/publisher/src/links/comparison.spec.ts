import { ChangeOrganisation, ShowComparison, ShowOrganisation, type ComparedField } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { library, refusal, TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { actor } from '../testing/test-people.js';
import { school } from '../testing/test-source.js';
import { compareFields } from './compare-fields.js';

describe('the fields of a comparison (R58)', () => {
  const compared = (imported: Parameters<typeof compareFields>[0]['imported']) =>
    Object.fromEntries(compareFields({ imported, own: { ...library('BASISSCHOOL A'), kind: 'PRIMARY_SCHOOL' }, lastChanges: new Map() }).map(({ field, ...rest }) => [field, rest]));

  it('R58 are all that one of the two fills, and say which differ', () => {
    expect(compared({ ...school('A'), phone: '0591123456' })).toMatchObject({
      name: { label: 'Naam', imported: 'Basisschool A', own: 'BASISSCHOOL A', differs: false },
      phone: { label: 'Telefoon', differs: false },
      visitAddress: { label: 'Bezoekadres', imported: 'Proefstraat 13, 9311AB Nietap', own: 'Marktplein 1, 7811AA Emmen', differs: true },
      'attributes.denomination': { label: 'Denominatie', imported: 'Openbaar', differs: true },
      email: { label: 'E-mail', own: 'info@bibliotheek.example.nl', differs: true },
    });
  });

  it('N34 N39 of a childminder are only what is not personal', () => {
    expect(Object.keys(compared({ kind: 'CHILDMINDER', name: 'Mevrouw Jansen', phone: '0612345678', identifiers: [], attributes: { capacity: '4', town: 'Emmen' } }))).toEqual(['kind', 'attributes.capacity']);
  });

  it('A22 are none where the imported organisation is gone', () => expect(compared(undefined)).toEqual({}));
});

describe('the comparison that an editor sees', () => {
  let publisher: PublisherUnderTest;
  let editor: TestEditor;
  let manager: TestManager;
  /** G!DS-ID of the managed organisation M. */
  let m: number;

  beforeAll(async () => {
    publisher = await PublisherUnderTest.create();
    await publisher.start();
    editor = await TestEditor.known(publisher);
  });
  afterAll(() => publisher.close());
  beforeEach(async () => {
    manager = await TestManager.ofNewImport(publisher);
    m = (await editor.enter('M')).gidsId;
    await manager.run(1, (run) => [run.clean('I')]);
    await manager.setAction('I', 'DO_NOT_SHOW');
    await manager.link('I', m);
  });

  const moved = { visitAddress: { street: 'Kerkstraat', houseNumber: 3, postcode: '9311AC', town: 'Nietap' } };
  const show = () => editor.ask(ShowComparison, { gidsId: m });
  const field = async (name: string): Promise<ComparedField | undefined> => (await show()).comparisons[0]?.fields.find((one) => one.field === name);

  it('R58 shows the old and new import value and the own value; taking the field over changes M only', async () => {
    expect((await field('visitAddress'))?.lastChange).toBeUndefined();
    await manager.run(2, (run) => [run.clean('I', { organisation: moved })]);
    expect(await field('visitAddress')).toEqual({
      ...{ field: 'visitAddress', label: 'Bezoekadres', differs: true },
      imported: 'Kerkstraat 3, 9311AC Nietap',
      own: 'Marktplein 1, 7811AA Emmen',
      lastChange: { before: 'Proefstraat 13, 9311AB Nietap', after: 'Kerkstraat 3, 9311AC Nietap', at: expect.any(String) as string },
    });

    const [record, { organisation, version }] = [await manager.record('I'), await publisher.ask(ShowOrganisation, { gidsId: m })];
    const before = await publisher.rows('SELECT * FROM organisation WHERE gids_id <> $1 ORDER BY gids_id', [m]);
    await editor.ask(ChangeOrganisation, { gidsId: m, version, organisation: { ...organisation, ...moved }, by: editor.name });
    expect(await field('visitAddress')).toMatchObject({ own: 'Kerkstraat 3, 9311AC Nietap', differs: false });
    expect(await manager.record('I')).toEqual(record);
    expect(await publisher.rows('SELECT * FROM organisation WHERE gids_id <> $1 ORDER BY gids_id', [m])).toEqual(before);
  });

  it('R58 keeps of a field the last change only, and nothing of what is deleted or erased', async () => {
    await manager.run(2, (run) => [run.clean('I', { organisation: { phone: '0201234567' } })]);
    await manager.run(3, (run) => [run.clean('I', { organisation: { phone: '0207654321' } })]);
    expect(await field('phone')).toMatchObject({ lastChange: { before: '0201234567', after: '0207654321' } });
    await manager.run(4, (run) => [run.vanished('I')]);
    expect((await show()).comparisons).toMatchObject([{ recordId: 'I', missingAtSource: true }]);
    await manager.run(5);
    expect((await show()).comparisons).toMatchObject([{ recordId: 'I', fields: [] }]);
    expect(await publisher.rows('SELECT FROM linked_change WHERE record_id = $1', [(await manager.record('I')).id])).toEqual([]);
  });

  it('R58 is of each imported organisation that is linked, and of none where none is', async () => {
    await manager.run(2, (run) => [run.clean('J')]);
    await manager.setAction('J', 'DO_NOT_SHOW');
    await manager.link('J', m);
    expect((await show()).comparisons.map(({ recordId }) => recordId)).toEqual(['I', 'J']);
    const other = await editor.enter('Alleen');
    expect(await editor.ask(ShowComparison, { gidsId: other.gidsId })).toEqual({ gidsId: other.gidsId, name: 'Alleen', comparisons: [] });
  });

  it('R58 is for who may change M and for its import managers; for nobody else', async () => {
    await publisher.rows("INSERT INTO organisation_role VALUES ($1, 'e.redacteur', 'EDITOR', 'x', now())", [m]);
    for (const asker of [manager.actor, actor('e.redacteur'), actor('m.devries')]) {
      expect((await publisher.ask(ShowComparison, { gidsId: m }, asker)).comparisons).toHaveLength(1);
    }
    for (const asker of [actor('vreemde', { importRights: ['ander'] }), actor('script', { kind: 'SCRIPT', importRights: [manager.importId] })]) {
      expect(await refusal(publisher.ask(ShowComparison, { gidsId: m }, asker))).toMatchObject({ kind: 'forbidden' });
    }
  });

  it('R58 is refused for what is unknown (404) or imported (409)', async () => {
    expect(await refusal(editor.ask(ShowComparison, { gidsId: 9_999_999 }))).toMatchObject({ kind: 'notFound' });
    expect(await refusal(editor.ask(ShowComparison, { gidsId: await manager.gidsId('I') }))).toMatchObject({ kind: 'conflict', code: 'organisationNotManaged' });
  });
});
