import {
  ChangeContract,
  ChangeOrganisation,
  ChangeProduct,
  ChangeVisibility,
  ConfirmOrganisation,
  CopyOrganisation,
  CreateOrganisation,
  CreateProduct,
  DeleteOrganisation,
  DeleteProduct,
  ListProducts,
  ShowOrganisation,
  type PayloadOf,
  type RequestDefinition,
} from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { agreed, course, library, refusal, TestEditor } from '../testing/test-editor.js';
import { TestSource } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let editor: TestEditor;
const by = 'm.devries';
const unknown = 999_999;
const ids = { managed: 0, imported: 0, root: 0, product: 0, importedProduct: 0 };

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  editor = await TestEditor.known(publisher);
  const source = new TestSource();
  await publisher.handle(source.run(1).clean('A'));
  const [row] = await publisher.rows<{ imported: string; root: string }>('SELECT gids_id AS imported, parent_gids_id AS root FROM contract');
  ids.imported = Number(row?.imported);
  ids.root = Number(row?.root);
  ids.managed = (await editor.enter('Beheerd')).gidsId;
  ids.product = (await editor.offer(ids.managed)).gidsId;
  ids.importedProduct = ids.product + 1_000;
  await publisher.rows(
    `INSERT INTO product (gids_id, owner_gids_id, management, kind, name, name_folded, content, content_hash, visible, version)
     VALUES ($1, $2, 'IMPORTED', 'COURSE', 'Les', 'les', $3, 'x', true, 1)`,
    [ids.importedProduct, ids.imported, course],
  );
});
afterAll(() => publisher.close());

/** A command as somebody gives it, on the organisation or product and the version that the test names. */
interface Act {
  readonly name: string;
  readonly on: 'organisation' | 'product';
  readonly give: (gidsId: number, version: number) => Promise<unknown>;
}

function act<Definition extends RequestDefinition>(definition: Definition, on: Act['on'], rest: Omit<PayloadOf<Definition> & object, 'gidsId' | 'version' | 'by'>): Act {
  return { name: definition.name, on, give: (gidsId, version) => publisher.ask(definition, { gidsId, version, by, ...rest } as PayloadOf<Definition>) };
}

const acts: Act[] = [
  act(ChangeOrganisation, 'organisation', { organisation: library('Anders') }),
  act(ChangeVisibility, 'organisation', { visible: false }),
  act(ConfirmOrganisation, 'organisation', {}),
  act(ChangeContract, 'organisation', { contract: agreed }),
  act(DeleteOrganisation, 'organisation', {}),
  act(ChangeProduct, 'product', { product: course, visible: false }),
  act(DeleteProduct, 'product', {}),
];
const onOrganisations = acts.filter(({ on }) => on === 'organisation');
const onProducts = acts.filter(({ on }) => on === 'product');

/** Gives a command that must be refused, and shows that nothing came of it. */
async function refused(command: () => Promise<unknown>) {
  const before = await editor.everything();
  const problem = await refusal(command());
  expect(await editor.everything()).toEqual(before);
  expect(problem.message).toMatch(/^[A-Z].*\.$/s);
  return problem;
}

describe('Bad input to every command', () => {
  it.each(acts)('$name: an unknown id is refused (404)', async ({ give, on }) => {
    expect(await refused(() => give(unknown, 1))).toMatchObject({ kind: 'notFound', message: `Er is geen ${on === 'product' ? 'product' : 'organisatie'} met G!DS-ID ${unknown}.` });
  });

  it.each(onOrganisations)('$name: the id of a product is refused (404)', async ({ give }) => {
    expect(await refused(() => give(ids.product, 1))).toMatchObject({ kind: 'notFound', code: 'unknownOrganisation' });
  });

  it.each(onProducts)('$name: the id of an organisation is refused (404)', async ({ give }) => {
    expect(await refused(() => give(ids.managed, 1))).toMatchObject({ kind: 'notFound', code: 'unknownProduct' });
  });

  it.each(acts)('$name: a version that is not the newest is refused (412)', async ({ give, on }) => {
    const gidsId = on === 'product' ? ids.product : ids.managed;
    for (const version of [2, 77]) {
      const problem = await refused(() => give(gidsId, version));
      expect(problem).toMatchObject({ kind: 'stale', code: 'staleVersion' });
      expect(problem.message).toContain('is intussen gewijzigd');
    }
  });

  it.each(onOrganisations)('R12 $name: what an import holds is refused (409), its root too', async ({ give }) => {
    for (const gidsId of [ids.imported, ids.root]) expect(await refused(() => give(gidsId, 1))).toMatchObject({ kind: 'conflict', code: 'organisationNotManaged' });
  });

  it.each(onProducts)('R12 $name: what an import holds is refused (409)', async ({ give }) => {
    expect(await refused(() => give(ids.importedProduct, 1))).toMatchObject({ kind: 'conflict', code: 'productNotManaged' });
  });

  it('CreateProduct, ListProducts, CopyOrganisation, ShowOrganisation: an unknown organisation is refused (404)', async () => {
    const commands = [
      () => publisher.ask(CreateProduct, { ownerGidsId: unknown, product: course, visible: true, by }),
      () => publisher.ask(ListProducts, { ownerGidsId: unknown }),
      () => publisher.ask(CopyOrganisation, { gidsId: unknown, withProducts: false, by }),
      () => publisher.ask(ShowOrganisation, { gidsId: unknown }),
    ];
    for (const command of commands) expect(await refused(command)).toMatchObject({ kind: 'notFound', code: 'unknownOrganisation' });
  });

  it('CreateOrganisation, ChangeContract, CopyOrganisation: all errors come together (400)', async () => {
    const contract = { ...agreed, parentGidsId: unknown, controlTerm: 'INFINITE' as const };
    const commands = [
      () => publisher.ask(CreateOrganisation, { organisation: { ...library(' '), email: 'x' }, visible: true, contract, by }),
      () => publisher.ask(ChangeContract, { gidsId: ids.managed, version: 1, contract, by }),
      () => publisher.ask(CopyOrganisation, { gidsId: ids.imported, withProducts: false, by }),
    ];
    const fields = [];
    for (const command of commands) fields.push((await refused(command)).errors?.map(({ field }) => field));
    expect(fields).toEqual([
      ['Bovenliggende organisatie', 'Controletermijn', 'Naam', 'E-mailadres'],
      ['Bovenliggende organisatie', 'Controletermijn'],
      ['Bovenliggende organisatie', 'Accountmanager'],
    ]);
  });

  it.each(['\u0000', 'a\u0000b', '\ud800', '\u202e'])('signs that cannot be stored (%j) do no harm in any text', async (text) => {
    const made = await editor.enter(text, {
      visible: false,
      organisation: { description: text, website: text, email: text, attributes: { [text]: text }, identifiers: [{ scheme: 'KVK', value: text }] },
    });
    expect(await publisher.ask(ShowOrganisation, { gidsId: made.gidsId })).toEqual(made);
    const product = await editor.offer(made.gidsId, { name: text, description: text, attributes: { [text]: text } }, false);
    expect((await publisher.ask(ListProducts, { ownerGidsId: made.gidsId })).own).toEqual([product]);
  });
});
