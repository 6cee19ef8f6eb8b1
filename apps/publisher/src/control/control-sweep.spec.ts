import { ChangeVisibility, ConfirmOrganisation, ShowOrganisation, type DirectoryOrganisation } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor } from '../testing/test-editor.js';
import { TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;

beforeEach(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
});
afterEach(() => publisher.close());

const show = (gidsId: number) => publisher.ask(ShowOrganisation, { gidsId });
const expected = ({ gidsId, version }: DirectoryOrganisation) => ({ gidsId, version, by: editor.name });
const checked = (gidsId: number, ago: string) => publisher.rows('UPDATE contract SET checked_at = now() - $2::interval WHERE gids_id = $1', [gidsId, ago]);

/** A publisher that starts looks at once; it has looked when the one that nobody checked is hidden. */
async function sweptUntilHidden(gidsId: number): Promise<DirectoryOrganisation> {
  await publisher.start();
  return eventually(() => show(gidsId), { within: 45_000, until: ({ visible }) => !visible });
}

describe('the control of every day', () => {
  it('G16 hides what nobody checked for a term and half a year, and tells so once, however many publishers look', async () => {
    const [neglected, late] = [await editor.enter('Vergeten'), await editor.enter('Te laat')];
    await checked(neglected.gidsId, '365 days');
    await checked(late.gidsId, '363 days');
    await Promise.all([publisher.start(), publisher.start()]);
    expect(await sweptUntilHidden(neglected.gidsId)).toMatchObject({ visible: false, version: 2 });
    expect(await show(late.gidsId)).toEqual({ ...late, checkedAt: expect.any(String) as string });
    expect((await editor.told(neglected.gidsId)).map(({ version, visible }) => [version, visible])).toEqual([[1, true], [2, false]]);
  });

  it('R94 never touches what an import brought, whose copy has the ordinary term', async () => {
    const source = new TestSource();
    await publisher.handle(source.run(1).clean('16AH00'));
    const [row] = await publisher.rows<{ gids_id: string }>('SELECT gids_id FROM import_record WHERE source_id = $1', [source.sourceId]);
    const gidsId = Number(row?.gids_id);
    const parent = await editor.enter('Boven');
    const copy = await editor.copy(gidsId, { parentGidsId: parent.gidsId });
    expect(copy.contract).toMatchObject({ controlTerm: 26 });
    for (const id of [gidsId, copy.gidsId]) await checked(id, '3 years');
    await sweptUntilHidden(copy.gidsId);
    expect(await show(gidsId)).toMatchObject({ visible: true, version: 1, contract: { controlTerm: 'INFINITE' } });
  });

  it('G16 to come back it must be confirmed first, and shown by hand', async () => {
    const made = await editor.enter('Vergeten');
    await checked(made.gidsId, '2 years');
    const hidden = await sweptUntilHidden(made.gidsId);
    expect(await refusal(publisher.ask(ChangeVisibility, { ...expected(hidden), visible: true }))).toEqual({
      kind: 'conflict',
      code: 'notChecked',
      message: `De controledatum van organisatie ${made.gidsId} is meer dan 26 weken voorbij. Controleer en bevestig eerst haar gegevens.`,
    });
    const confirmed = await publisher.ask(ConfirmOrganisation, expected(hidden));
    expect(confirmed).toMatchObject({ visible: false, version: hidden.version + 1, changedAt: hidden.changedAt });
    expect(Date.parse(confirmed.checkedAt ?? '')).toBeGreaterThan(Date.parse(made.checkedAt ?? ''));
    expect(await publisher.ask(ChangeVisibility, { ...expected(confirmed), visible: true })).toMatchObject({ visible: true });
  });
});
