import {
  ChangeOrganisation,
  ChangeVisibility,
  ConfirmOrganisation,
  DeleteOrganisation,
  ListVisibleOrganisations,
  ShowOrganisation,
  ShowVisibleOrganisation,
  type DirectoryOrganisation,
} from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { agreed, library, refusal, TestEditor, withoutNumber } from '../testing/test-editor.js';
import { sameAddress, TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterAll(() => publisher.close());

const expected = ({ gidsId, version }: DirectoryOrganisation) => ({ gidsId, version, by: editor.name });
const show = (organisation: DirectoryOrganisation, visible: boolean) => publisher.ask(ChangeVisibility, { ...expected(organisation), visible });
const change = (organisation: DirectoryOrganisation, name: string, more = {}) =>
  publisher.ask(ChangeOrganisation, { ...expected(organisation), organisation: { ...library(name), ...more } });
const isPublic = (gidsId: number) => publisher.ask(ShowVisibleOrganisation, { gidsId }).then(() => true, () => false);

/** An imported organisation, made as a run makes it. */
async function imported(name = 'De Regenboog'): Promise<DirectoryOrganisation> {
  const source = new TestSource();
  await publisher.handle(source.run(1).clean('16AH00', { organisation: { name } }));
  const [row] = await publisher.rows<{ gids_id: string }>('SELECT gids_id FROM import_record WHERE source_id = $1', [source.sourceId]);
  return publisher.ask(ShowOrganisation, { gidsId: Number(row?.gids_id) });
}

describe('entering a managed organisation', () => {
  it('R61 G9 makes it with its contract, visible at once, and tells so', async () => {
    const made = await editor.enter('Bibliotheek Emmen');
    expect(made).toMatchObject({ management: 'MANAGED', organisation: library('Bibliotheek Emmen'), visible: true, findings: [], contract: agreed, version: 1 });
    expect(made.checkedAt).toBeDefined();
    expect(await publisher.ask(ShowOrganisation, { gidsId: made.gidsId })).toEqual(made);
    expect(await isPublic(made.gidsId)).toBe(true);
    expect(await editor.told(made.gidsId)).toEqual([{ gidsId: made.gidsId, version: 1, visible: true, organisation: library('Bibliotheek Emmen') }]);
  });

  it('R26 with errors is refused where it is to be visible, all errors together, and nothing is made', async () => {
    const before = await editor.everything();
    const entry = { organisation: { ...withoutNumber, name: ' ', email: 'geen' }, contract: { parentGidsId: 999_999, controlTerm: 'INFINITE' as const } };
    expect(await refusal(editor.enter('x', entry))).toMatchObject({
      kind: 'invalid',
      code: 'validationErrors',
      errors: [
        { field: 'Bovenliggende organisatie', code: 'unknownOrganisation' },
        { field: 'Controletermijn', code: 'infiniteControlTerm' },
        { field: 'Naam', code: 'mandatoryFieldEmpty', message: 'Naam: verplicht veld is leeg.' },
        { field: 'Huisnummer', code: 'mandatoryFieldEmpty', message: 'Huisnummer: verplicht veld is leeg.' },
        { field: 'Postcode', code: 'mandatoryFieldEmpty', message: 'Postcode: verplicht veld is leeg.' },
        { field: 'E-mailadres', code: 'incorrectValue', message: 'E-mailadres: "geen" is geen geldig e-mailadres.' },
      ],
    });
    expect(await editor.everything()).toEqual(before);
  });

  it('A34 with errors can be saved hidden, with what is wrong', async () => {
    const made = await editor.enter('Half', { organisation: withoutNumber, visible: false });
    expect(made).toMatchObject({ visible: false, findings: [{ field: 'Huisnummer' }, { field: 'Postcode' }] });
    expect(await editor.told(made.gidsId)).toMatchObject([{ visible: false }]);
  });

  it('R26 stores a site with its scheme', async () => {
    expect((await editor.enter('Site', { organisation: { website: 'www.bieb.nl' } })).organisation.website).toBe('https://www.bieb.nl');
  });
});

describe('changing a managed organisation', () => {
  it('R61 is the next version, public at once, with its content told', async () => {
    const made = await editor.enter('Oude naam');
    const changed = await change(made, 'Nieuwe naam');
    expect(changed).toMatchObject({ gidsId: made.gidsId, version: 2, organisation: { name: 'Nieuwe naam' }, checkedAt: made.checkedAt });
    const { items } = await publisher.ask(ListVisibleOrganisations, { page: 1, pageSize: 10, name: 'nieuwe naam' });
    expect(items).toMatchObject([{ gidsId: made.gidsId }]);
    expect((await editor.told(made.gidsId)).map(({ version, organisation }) => [version, organisation.name])).toEqual([
      [1, 'Oude naam'],
      [2, 'Nieuwe naam'],
    ]);
  });

  it('R26 with errors is refused while it is visible, and saved while it is hidden', async () => {
    const made = await editor.enter('Zichtbaar');
    expect(await refusal(change(made, 'Zichtbaar', withoutNumber))).toMatchObject({ kind: 'invalid', errors: [{ field: 'Huisnummer' }, { field: 'Postcode' }] });
    expect(await publisher.ask(ShowOrganisation, { gidsId: made.gidsId })).toEqual(made);
    const hidden = await show(made, false);
    expect(await change(hidden, 'Zichtbaar', withoutNumber)).toMatchObject({ version: 3, visible: false, findings: [{ field: 'Huisnummer' }, { field: 'Postcode' }] });
  });

  it('of two who saw the same version, only the first is heard; the other is told that it changed meanwhile', async () => {
    const made = await editor.enter('Twee tegelijk');
    const outcomes = await Promise.allSettled(['Eerste', 'Tweede'].map((name) => change(made, name)));
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: {
        problem: {
          kind: 'stale',
          code: 'staleVersion',
          message: `Organisatie ${made.gidsId} is intussen gewijzigd: versie 2, de opdracht ging uit van versie 1. Haal de nieuwste gegevens op en voer de wijziging daarop uit.`,
        },
      },
    });
    expect(await editor.told(made.gidsId)).toHaveLength(2);
  });
});

describe('showing and hiding', () => {
  it('R38 R61 act at once and are told', async () => {
    const made = await editor.enter('Aan en uit', { visible: false });
    const shown = await show(made, true);
    expect(await isPublic(made.gidsId)).toBe(true);
    await show(shown, false);
    expect(await isPublic(made.gidsId)).toBe(false);
    expect((await editor.told(made.gidsId)).map(({ version, visible }) => [version, visible])).toEqual([[1, false], [2, true], [3, false]]);
  });

  it('R26 what is invalid cannot be shown: all errors together, nothing changed', async () => {
    const made = await editor.enter('Half', { organisation: withoutNumber, visible: false });
    expect(await refusal(show(made, true))).toMatchObject({ kind: 'invalid', errors: [{ field: 'Huisnummer' }, { field: 'Postcode' }] });
    expect(await publisher.ask(ShowOrganisation, { gidsId: made.gidsId })).toEqual(made);
  });

  it('R61 leave an imported twin as it was: that follows from evaluation, not from this act', async () => {
    const twin = await imported('Dezelfde Naam');
    await editor.enter('Dezelfde Naam');
    expect(await publisher.ask(ShowOrganisation, { gidsId: twin.gidsId })).toEqual(twin);
    expect(await editor.told(twin.gidsId)).toEqual([]);
  });
});

describe('deleting', () => {
  it('R50 removes it with its contract and products, and tells so with a newer version', async () => {
    const made = await editor.enter('Weg ermee');
    await editor.offer(made.gidsId);
    const { version } = await show(made, false);
    expect(await publisher.ask(DeleteOrganisation, { gidsId: made.gidsId, version, by: editor.name })).toEqual({ gidsId: made.gidsId });
    expect(await refusal(publisher.ask(ShowOrganisation, { gidsId: made.gidsId }))).toMatchObject({ kind: 'notFound' });
    expect(await publisher.rows('SELECT FROM contract WHERE gids_id = $1', [made.gidsId])).toEqual([]);
    expect(await publisher.rows('SELECT FROM product WHERE owner_gids_id = $1', [made.gidsId])).toEqual([]);
    expect(await editor.toldRemoved(made.gidsId)).toEqual([{ gidsId: made.gidsId, version: version + 1 }]);
  });

  it('R60 ends the links to it; the record keeps its action', async () => {
    const made = await editor.enter('Doel van een koppeling');
    const twin = await imported('Gekoppeld');
    await publisher.rows("UPDATE import_record SET publication_action = 'DO_NOT_SHOW', linked_organisation_id = $1 WHERE gids_id = $2", [made.gidsId, twin.gidsId]);
    await publisher.ask(DeleteOrganisation, expected(made));
    const [record] = await publisher.rows('SELECT linked_organisation_id, publication_action FROM import_record WHERE gids_id = $1', [twin.gidsId]);
    expect(record).toEqual({ linked_organisation_id: null, publication_action: 'DO_NOT_SHOW' });
  });

  it.each([[1, 'staat nog 1 organisatie'], [3, 'staan nog 3 organisaties']])('R50 with %i below it is refused with how many', async (count, words) => {
    const parent = await editor.enter('Boven');
    for (let child = 0; child < count; child += 1) await editor.enter(`Onder ${child}`, { contract: { parentGidsId: parent.gidsId } });
    expect(await refusal(publisher.ask(DeleteOrganisation, expected(parent)))).toMatchObject({
      kind: 'conflict',
      code: 'organisationsBelow',
      message: `Onder organisatie ${parent.gidsId} "Boven" ${words}. Plaats die eerst elders of verwijder die eerst.`,
    });
    expect(await publisher.ask(ShowOrganisation, { gidsId: parent.gidsId })).toEqual(parent);
  });

  it('R50 and entering one below it at the same time: one of the two is refused, nothing hangs in the air', async () => {
    const parent = await editor.enter('Boven');
    const outcomes = await Promise.allSettled([
      publisher.ask(DeleteOrganisation, expected(parent)),
      editor.enter('Onder', { contract: { parentGidsId: parent.gidsId } }),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const dangling = 'SELECT FROM contract c WHERE c.parent_gids_id = $1 AND NOT EXISTS (SELECT FROM organisation o WHERE o.gids_id = c.parent_gids_id)';
    expect(await publisher.rows(dangling, [parent.gidsId])).toEqual([]);
  });
});

describe('what an import holds', () => {
  it('R12 R67 is read-only for people, and never becomes managed', async () => {
    const twin = await imported();
    const before = await editor.everything();
    const acts = [change(twin, 'Andere naam'), show(twin, false), publisher.ask(ConfirmOrganisation, expected(twin)), publisher.ask(DeleteOrganisation, expected(twin))];
    for (const act of acts) {
      expect(await refusal(act)).toEqual({
        kind: 'conflict',
        code: 'organisationNotManaged',
        message: `Organisatie ${twin.gidsId} "De Regenboog" is geïmporteerd: alleen de import wijzigt haar, en zij blijft onder haar importorganisatie. Kopieer haar om haar zelf te beheren.`,
      });
    }
    expect(await editor.everything()).toEqual(before);
  });

  it('R12 is written by the next run when its name changes at the source', async () => {
    const source = new TestSource();
    await publisher.handle(source.run(1).clean('A'));
    await publisher.handle(source.run(2).clean('A', { organisation: { name: 'Nieuw bij de bron' } }));
    const [row] = await publisher.rows('SELECT o.name, o.changed_by FROM import_record r JOIN organisation o USING (gids_id) WHERE r.source_id = $1', [source.sourceId]);
    expect(row).toEqual({ name: 'Nieuw bij de bron', changed_by: null });
  });

  it('R13 leaves managed organisations alone through three runs: data, version and visibility', async () => {
    const made = await editor.enter('Beheerd', { organisation: { description: 'Verrijkt door de redactie' } });
    const source = new TestSource();
    const duplicate = { ...sameAddress, gidsId: made.gidsId, name: 'Beheerd' };
    for (const number of [1, 2, 3]) await publisher.handle(source.run(number).duplicate('A', [duplicate], { organisation: { name: 'Beheerd' } }));
    expect(await publisher.ask(ShowOrganisation, { gidsId: made.gidsId })).toEqual(made);
    const [record] = await publisher.rows('SELECT visible FROM import_record WHERE source_id = $1', [source.sourceId]);
    expect(record).toEqual({ visible: false });
  });

  it('is never told as a managed organisation', async () => {
    const twin = await imported('Nooit verteld');
    expect(await editor.told(twin.gidsId)).toEqual([]);
  });
});
