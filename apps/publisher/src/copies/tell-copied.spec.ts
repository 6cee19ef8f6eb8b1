import { OrganisationCopied, TransferManagement, type DataOf } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal, TestEditor, withoutNumber } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
let manager: TestManager;
let parentGidsId: number;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
  parentGidsId = (await editor.enter('Bibliotheek Emmen')).gidsId;
});
afterAll(() => publisher.close());
beforeEach(async () => {
  manager = await TestManager.ofNewImport(publisher);
  await manager.run(1, (run) => [run.clean('I'), run.clean('ONGELDIG', { organisation: withoutNumber })]);
});

async function toldOf(recordId: string): Promise<DataOf<typeof OrganisationCopied>[]> {
  const from = await manager.gidsId(recordId);
  await publisher.idle();
  return (await publisher.told(OrganisationCopied)).map(({ data }) => data).filter(({ fromGidsId }) => fromGidsId === from);
}

describe('the message of a copy (M7)', () => {
  it('R63 goes to its account manager', async () => {
    const from = await manager.gidsId('I');
    const { gidsId } = await editor.copy(from, { parentGidsId, accountManager: 'a.bakker' });
    expect(await toldOf('I')).toEqual([
      {
        ...{ fromGidsId: from, gidsId, name: 'Basisschool I', parentName: 'Bibliotheek Emmen', accountManager: 'a.bakker', editors: [], by: 'm.devries' },
        ...{ transfer: false, visible: true, errors: [] },
      },
    ]);
  });

  it('R64 says why a copy is not visible', async () => {
    await editor.copy(await manager.gidsId('ONGELDIG'), { parentGidsId });
    expect(await toldOf('ONGELDIG')).toMatchObject([{ visible: false, errors: ['Huisnummer: verplicht veld is leeg.', 'Postcode: verplicht veld is leeg.'] }]);
  });

  it('R62 says that it transfers the management', async () => {
    const { id, version } = await manager.record('I');
    const order = { id, version, parentGidsId, accountManager: 'a.bakker', link: true, by: 'm.devries' };
    await publisher.ask(TransferManagement, order, { ...editor.actor, importRights: [manager.importId] });
    expect(await toldOf('I')).toMatchObject([{ accountManager: 'a.bakker', by: 'm.devries', transfer: true, visible: true }]);
  });

  it('R63 is not sent of a copy that is refused', async () => {
    await refusal(editor.copy(await manager.gidsId('I'), { accountManager: '' }));
    expect(await toldOf('I')).toEqual([]);
  });
});
