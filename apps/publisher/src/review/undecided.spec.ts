import { matchClasses, publicationActions, type Duplicate, type PublicationAction } from '@gids/contracts';
import fc from 'fast-check';
import { blockingDuplicates } from '../rules/status.js';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { TestManager } from '../testing/test-manager.js';
import { sameAddress } from '../testing/test-source.js';

let publisher: PublisherUnderTest;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
});
afterAll(() => publisher.close());

interface Situation {
  readonly duplicates: Duplicate[];
  readonly action: PublicationAction;
}

const duplicate: fc.Arbitrary<Duplicate> = fc
  .record({ gidsId: fc.integer({ min: 1, max: 4 }), visible: fc.boolean(), counts: fc.boolean(), class: fc.constantFrom(...matchClasses) })
  .map((different) => ({ ...sameAddress, ...different }));

const situation: fc.Arbitrary<Situation> = fc.record({
  duplicates: fc.uniqueArray(duplicate, { maxLength: 3, selector: ({ gidsId }) => gidsId }),
  action: fc.constantFrom(...publicationActions),
});

/** The same in another way: over one record, with the rule that its status is decided by. */
function reasonOf({ duplicates, action }: Situation): string | undefined {
  const counting = duplicates.filter(({ counts }) => counts);
  if (action === 'DO_NOT_SHOW') return counting.length > 0 && counting.every(({ visible }) => !visible) ? 'NOWHERE_VISIBLE' : undefined;
  const uncertain = blockingDuplicates({ duplicates }).some((one) => one.class !== 'IDENTICAL');
  return action === 'SHOW_ON_SUCCESS' && uncertain ? 'POSSIBLE_DUPLICATE' : undefined;
}

it('R44 R60 R81 the statement over all records says the same as the rules over one, for any duplicates and action', async () => {
  const manager = await TestManager.ofNewImport(publisher);
  const situations = fc.sample(situation, 400);
  await manager.run(1, (run) => situations.map(({ duplicates }, index) => run.duplicate(`R${index}`, duplicates)));
  for (const action of publicationActions) {
    const ids = situations.flatMap((one, index) => (one.action === action ? [`R${index}`] : []));
    await publisher.rows('UPDATE import_record SET publication_action = $3 WHERE source_id = $1 AND record_id = ANY($2)', [manager.source.sourceId, ids, action]);
  }
  await manager.run(2);
  const expected = situations.flatMap((one, index) => (reasonOf(one) === undefined ? [] : [[`R${index}`, reasonOf(one)]]));
  expect(await manager.reasons()).toEqual(Object.fromEntries(expected));
});
