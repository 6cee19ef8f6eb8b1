import { DuplicateFound, NoDuplicateFound, type Envelope } from '@gids/contracts';
import { packFrames } from '@gids/messaging';
import { v7 as uuidv7 } from 'uuid';
import { DeduplicatorUnderTest, mapped, removed, saved } from './testing/deduplicator-under-test.js';
import { school } from './testing/school.js';

let deduplicator: DeduplicatorUnderTest;

beforeEach(async () => {
  deduplicator = await DeduplicatorUnderTest.create();
  await deduplicator.start();
});
afterEach(() => deduplicator.close());

const here = { postcode: '9311AB', houseNumber: 13 };


describe('a mapped organisation', () => {
  it('R31 that the directory does not hold is carried on unchanged, under the same run', async () => {
    const run = uuidv7();
    const event = mapped('16AH00', school('De Vlinder', here), run);
    await deduplicator.handle(event);
    const carried = (await deduplicator.carriedOn(NoDuplicateFound)).get('16AH00');
    expect(carried).toMatchObject({ data: { ...(event.data as object), matchVersion: 1 }, runid: run, runsequence: 7, correlationid: run, causationid: event.id });
    expect(carried?.id).not.toBe(event.id);
    expect(await deduplicator.carriedOn(DuplicateFound)).toEqual(new Map());
  });

  it.each([
    ['name', school('DE VLINDER'), ['NAME'], 'POSSIBLE', ['Zelfde naam']],
    ['address', school('Brug', here), ['ADDRESS'], 'POSSIBLE', ['Zelfde adres (9311AB 13)']],
    ['name and address', school('De Vlinder', here), ['ADDRESS', 'NAME'], 'IDENTICAL', ['Zelfde adres (9311AB 13)', 'Zelfde naam']],
  ])('R27 R43 R22 with the %s of a managed one is told of, with what was mapped', async (_, managed, matchedOn, matchClass, reasons) => {
    await deduplicator.handle(saved(123, managed));
    const event = mapped('16AH00', school('De Vlinder', here));
    await deduplicator.handle(event);
    const town = managed.visitAddress && { town: 'Nietap' };
    const expected = { gidsId: 123, name: managed.name, visible: true, matchedOn, class: matchClass, counts: true, reasons, ...town };
    expect((await deduplicator.carriedOn(DuplicateFound)).get('16AH00')?.data).toMatchObject({ ...(event.data as object), matchVersion: 1, duplicates: [expected] });
  });

  it('R47 is carried on with its products, which are never compared', async () => {
    const product = { kind: 'DAY_CARE_PLACES' as const, name: 'Dagopvang', attributes: {} };
    await deduplicator.handle(saved(123, school('Dagopvang')));
    const event = mapped('16AH00', school('De Vlinder'));
    const products = [1, 2].map((number) => ({ recordId: `16AH00-${number}`, product, makeVisible: true, issues: [] }));
    await deduplicator.handle({ ...event, data: { ...(event.data as object), products } });
    expect((await deduplicator.carriedOn(NoDuplicateFound)).get('16AH00')?.data.products).toEqual(products);
  });

  it('A3 R36b with the name of an invisible one is told of as well, as invisible', async () => {
    await deduplicator.handle(saved(123, school('De Vlinder'), { visible: false }));
    await deduplicator.handle(mapped('16AH00', school('De Vlinder')));
    expect((await deduplicator.carriedOn(DuplicateFound)).get('16AH00')?.data.duplicates).toMatchObject([{ gidsId: 123, visible: false }]);
  });

  it('N29 never matches by P.O. box', async () => {
    const box = { street: 'Postbus', houseNumber: 13, postcode: '9311AB' };
    await deduplicator.handle(saved(123, school('Bibliotheek', box)), saved(124, school('Archief', { ...here, houseNumber: 200 })));
    await deduplicator.handle(mapped('16AH00', school('De Vlinder', box)));
    expect([...(await deduplicator.carriedOn(NoDuplicateFound)).keys()]).toEqual(['16AH00']);
  });

  it('A2 R45 is never a duplicate of another imported one, nor of itself in a later run', async () => {
    await deduplicator.handle(mapped('16AH00', school('De Vlinder', here)), mapped('16AH01', school('De Vlinder', here)));
    await deduplicator.handle(mapped('16AH00', school('De Vlinder', here)));
    expect(await deduplicator.carriedOn(DuplicateFound)).toEqual(new Map());
  });

  it('R48 comes in frames, each meeting only its own candidates', async () => {
    const schools = Array.from({ length: 1_200 }, (_, index) => school(`School ${index}`, { postcode: '9311AB', houseNumber: index + 1 }));
    await deduplicator.handle(...schools.filter((_, index) => index % 3 === 0).map((content, index) => saved(1_000 + index * 3, content)));
    const run = uuidv7();
    await deduplicator.handle(...schools.map((content, index) => mapped(String(index), content, run)));
    const [found, none] = [await deduplicator.carriedOn(DuplicateFound), await deduplicator.carriedOn(NoDuplicateFound)];
    expect([found.size, none.size]).toEqual([400, 800]);
    for (const [recordId, { data }] of found) expect(data.duplicates.map(({ gidsId }) => gidsId)).toEqual([1_000 + Number(recordId)]);
  });

  it('that cannot be read is set aside, and its neighbours go on', async () => {
    const run = uuidv7();
    const broken = { ...mapped('KAPOT', school('X'), run), data: { importId: 'duo' } };
    await deduplicator.handle(mapped('16AH00', school('A'), run), broken, mapped('16AH01', school('B'), run));
    expect([...(await deduplicator.carriedOn(NoDuplicateFound)).keys()]).toEqual(['16AH00', '16AH01']);
    expect(await deduplicator.rows('SELECT reason FROM dead_letter')).toEqual([{ reason: 'invalid' }]);
  });
});

describe('what editors manage', () => {
  /** Four versions of one organisation; the highest that has arrived counts. */
  const history = (gidsId: number): Envelope[] => [
    saved(gidsId, school(`Een ${gidsId}`), { version: 1 }),
    saved(gidsId, school(`Twee ${gidsId}`, { postcode: '9311AB', houseNumber: gidsId }), { version: 2, visible: false }),
    removed(gidsId, 3),
    saved(gidsId, school(`Vier ${gidsId}`, { postcode: '9311AB', houseNumber: gidsId }), { version: 4 }),
  ];

  it('is kept in its newest version, in whatever order the versions arrive', async () => {
    const orders = permutations([0, 1, 2, 3]);
    for (const step of [0, 1, 2, 3]) await deduplicator.handle(...orders.map((order, at) => history(at + 1)[order[step]!]!));
    expect(await deduplicator.rows('SELECT gids_id::int, version, name, visible, town FROM managed_organisation ORDER BY gids_id')).toEqual(
      orders.map((_, at) => ({ gids_id: at + 1, version: 4, name: `Vier ${at + 1}`, visible: true, town: 'Nietap' })),
    );
  });

  it('R33 matches nothing once it is removed, also when an older version arrives after that', async () => {
    const orders = permutations([0, 1, 2]);
    for (const step of [0, 1, 2]) await deduplicator.handle(...orders.map((order, at) => history(at + 1)[order[step]!]!));
    await deduplicator.handle(
      ...orders.flatMap((_, at) => [mapped(`een ${at}`, school(`Een ${at + 1}`)), mapped(`twee ${at}`, school('X', { postcode: '9311AB', houseNumber: at + 1 }))]),
    );
    expect(await deduplicator.carriedOn(DuplicateFound)).toEqual(new Map());
    expect((await deduplicator.carriedOn(NoDuplicateFound)).size).toBe(2 * orders.length);
  });

  it('matches by the name it has now, no longer by the one it had', async () => {
    await deduplicator.handle(saved(123, school('Oud'), { version: 1 }));
    await deduplicator.handle(saved(123, school('Nieuw'), { version: 2 }));
    await deduplicator.handle(mapped('oud', school('Oud')), mapped('nieuw', school('Nieuw')));
    expect([...(await deduplicator.carriedOn(DuplicateFound)).keys()]).toEqual(['nieuw']);
    expect([...(await deduplicator.carriedOn(NoDuplicateFound)).keys()]).toEqual(['oud']);
  });

  it('may come in several versions in one frame', async () => {
    await deduplicator.handle(...[3, 1, 2].map((version) => saved(123, school(`Versie ${version}`), { version })));
    expect(await deduplicator.rows('SELECT version, name FROM managed_organisation')).toEqual([{ version: 3, name: 'Versie 3' }]);
  });

  it('is kept by two deduplicators at once without a deadlock', async () => {
    await deduplicator.start();
    const ids = Array.from({ length: 80 }, (_, index) => index + 1);
    const frames = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((version) => {
      const order = version % 2 === 0 ? ids : ids.toReversed();
      return [...packFrames(order.map((id) => saved(id, school(`V${version} ${id}`), { version: 2 * version }))), ...packFrames(order.map((id) => removed(id, 2 * version - 1)))];
    });
    await deduplicator.send(frames);
    expect(await deduplicator.rows('SELECT count(*)::int, min(version), max(version) FROM managed_organisation')).toEqual([{ count: 80, min: 16, max: 16 }]);
    expect(await deduplicator.rows('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()')).toEqual([{ deadlocks: 0 }]);
    expect(await deduplicator.rows('SELECT FROM dead_letter')).toEqual([]);
  });
});

function permutations(values: readonly number[]): number[][] {
  if (values.length < 2) return [[...values]];
  return values.flatMap((value) => permutations(values.filter((other) => other !== value)).map((rest) => [value, ...rest]));
}
