import { CloseReviewRound, JudgeReviewItem, ListReviewItems, ShowReviewRound, type Duplicate } from '@gids/contracts';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { refusal } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { leftOut, sameAddress, TestSource, unusable, type TestRun } from '../testing/test-source.js';

let publisher: PublisherUnderTest;
let manager: TestManager;

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  await publisher.start();
});
afterAll(() => publisher.close());
beforeEach(async () => (manager = await TestManager.ofNewImport(publisher)));

const certain: Duplicate = { ...sameAddress, gidsId: 124, class: 'IDENTICAL', matchedOn: ['NAME', 'ADDRESS'] };
const invalid = { organisation: { visitAddress: { street: 'Proefstraat', houseNumber: 13, town: 'Nietap' } } };

/** Two possible duplicates, a certain one, and an error. */
const situation = (run: TestRun) => [
  run.duplicate('MOGELIJK-1', [sameAddress]),
  run.duplicate('MOGELIJK-2', [sameAddress, certain]),
  run.duplicate('ZEKER', [certain]),
  run.clean('ONGELDIG', invalid),
  run.clean('GOED', { issues: [leftOut] }),
];

const judgeAll = async () => {
  for (const { bronId } of await manager.items({ judged: false })) await manager.judge(bronId);
};

describe('the review round after a run (R81)', () => {
  it('R81 2 possible duplicates, 1 certain and 1 validation error are 3 items; all judged it closes; the same situation gives 0 in the next', async () => {
    await manager.run(1, situation);
    expect(await manager.round()).toMatchObject({ importId: manager.importId, total: 3, judged: 0 });
    expect(await manager.reasons()).toEqual({ 'MOGELIJK-1': 'POSSIBLE_DUPLICATE', 'MOGELIJK-2': 'POSSIBLE_DUPLICATE', ONGELDIG: 'VALIDATION_ERRORS' });

    await judgeAll();
    expect(await manager.round()).toMatchObject({ total: 3, judged: 3 });
    const closed = await manager.close();
    expect(closed).toMatchObject({ total: 3, judged: 3, closedBy: 'i.manager', closedAt: expect.any(String) as string });

    await manager.run(2, situation);
    const next = await manager.round();
    expect(next).toMatchObject({ total: 0, judged: 0, closedAt: expect.any(String) as string });
    expect(next.id).toBeGreaterThan(closed.id);
    expect(next.closedBy).toBeUndefined();
    expect(await manager.items()).toEqual([]);
  });

  it('R81 an error that nobody judged is still there; one round is refreshed until it is closed', async () => {
    await manager.run(1, situation);
    await manager.judge('MOGELIJK-1');
    const { id } = await manager.round();
    const before = await manager.items();
    await manager.run(2, situation);
    expect(await manager.round()).toMatchObject({ id, total: 3, judged: 1 });
    expect(await manager.items()).toEqual(before);
  });

  it('R81 what is solved drops out by itself, what is new comes in', async () => {
    await manager.run(1, situation);
    await manager.run(2, (run) => [run.clean('ONGELDIG'), run.clean('MOGELIJK-1'), run.failed('NIEUW')]);
    expect(await manager.reasons()).toEqual({ 'MOGELIJK-2': 'POSSIBLE_DUPLICATE', NIEUW: 'CONVERSION_ERRORS' });
    expect(await manager.round()).toMatchObject({ total: 2, judged: 0 });
  });

  it('R81 a run with nothing to judge opens a round that closes itself', async () => {
    await manager.run(1, (run) => [run.clean('GOED')]);
    expect(await manager.round()).toMatchObject({ total: 0, judged: 0, closedAt: expect.any(String) as string });
  });

  it('R81 is one round for all sources of an import, and none of another import', async () => {
    const other = await TestManager.ofNewImport(publisher);
    const second = new TestSource(manager.importId).run(1);
    await manager.run(1, situation);
    const { id } = await manager.round();
    await publisher.handle(second.failed('TWEEDE'));
    await publisher.handle(...second.ended({ added: 1 }));
    expect(await manager.round()).toMatchObject({ id, total: 4 });
    await other.run(1, (run) => [run.failed('ANDER')]);
    expect(await other.reasons()).toEqual({ ANDER: 'CONVERSION_ERRORS' });
    expect(await manager.round()).toMatchObject({ id, total: 4 });
  });

  it('R81 a closed round stays what it was, whatever becomes of its records', async () => {
    await manager.run(1, situation);
    await judgeAll();
    await manager.close();
    await manager.setAction('MOGELIJK-1', 'DO_NOT_SHOW');
    expect(await manager.round()).toMatchObject({ total: 3, judged: 3 });
  });

  it('R81 two sources of one import that end at once make one round', async () => {
    const runs = Array.from({ length: 8 }, () => new TestSource(manager.importId).run(1));
    await publisher.handle(...runs.map((run) => run.failed('X')));
    await publisher.handle(...runs.flatMap((run) => run.ended({ added: 1 })));
    expect(await publisher.rows('SELECT FROM review_round WHERE import_id = $1', [manager.importId])).toHaveLength(1);
    expect(await manager.round()).toMatchObject({ total: 8 });
  });
});

describe('the items of a round', () => {
  it('R81 say in one Dutch sentence what is to be judged', async () => {
    await manager.run(1, (run) => [...situation(run), run.failed('FOUT', [unusable]), run.clean('WEG')]);
    await manager.run(2, (run) => [run.vanished('WEG')]);
    const explained = Object.fromEntries((await manager.items()).map(({ bronId, explanation }) => [bronId, explanation]));
    expect(explained).toEqual({
      'MOGELIJK-1': 'Vermoedelijk dezelfde als G!DS 123 De Regenboog, Nietap (zelfde adres (9311AB 13)); niet zichtbaar tot u beslist.',
      'MOGELIJK-2': 'Vermoedelijk dezelfde als G!DS 123 De Regenboog, Nietap (zelfde adres (9311AB 13)) en 1 andere; niet zichtbaar tot u beslist.',
      ONGELDIG: 'Postcode: verplicht veld is leeg.',
      FOUT: unusable.message,
      WEG: 'Sinds run 2 niet meer in de bron en niet zichtbaar; staat het er bij de volgende volledige run weer niet in, dan wordt de organisatie verwijderd.',
    });
  });

  it('R81 are filtered on reason and on judged, paged in an order that judging does not change', async () => {
    await manager.run(1, (run) => Array.from({ length: 25 }, (_, index) => (index % 5 === 0 ? run.failed(`R${index}`) : run.duplicate(`R${index}`, [sameAddress]))));
    const all = await manager.items();
    expect(all).toHaveLength(25);
    await manager.judge('R7');
    const pages = await Promise.all([1, 2, 3, 4].map((page) => manager.items({ page, pageSize: 10 })));
    expect(pages.flat().map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(await manager.items({ judged: true })).toEqual([expect.objectContaining({ bronId: 'R7', judgement: 'niets veranderen', judgedBy: 'i.manager' })]);
    expect(await publisher.ask(ListReviewItems, { importId: manager.importId, reasons: ['CONVERSION_ERRORS'], judged: false, page: 1, pageSize: 2 })).toMatchObject({ total: 5, items: [{}, {}] });
    expect(await manager.items({ reasons: ['VANISHED', 'MATCH_LOST'] })).toEqual([]);
  });

  it('R81 are not there any more once a person or an event took the reason away, without a run', async () => {
    await manager.run(1, situation);
    await manager.setAction('MOGELIJK-1', 'DO_NOT_SHOW');
    await publisher.handle(manager.source.duplicatesChanged('MOGELIJK-2', []));
    expect(await manager.reasons()).toEqual({ ONGELDIG: 'VALIDATION_ERRORS' });
    expect(await manager.round()).toMatchObject({ total: 1, judged: 0 });
    await manager.judge('ONGELDIG');
    expect(await manager.close()).toMatchObject({ total: 1, judged: 1 });
  });

  it('R51 R81 an action that a person chose is his decision: nothing is left to judge', async () => {
    await manager.run(1, situation);
    await manager.setAction('MOGELIJK-1', 'SHOW_IGNORE_DUPLICATES');
    await manager.setAction('ONGELDIG', 'DO_NOT_SHOW');
    await manager.run(2, situation);
    expect(await manager.reasons()).toEqual({ 'MOGELIJK-2': 'POSSIBLE_DUPLICATE' });
  });

  it('R44 A1 a duplicate that is certain is left to the rules until something of it is not', async () => {
    await manager.run(1, (run) => [run.duplicate('ZEKER', [certain])]);
    expect(await manager.items()).toEqual([]);
    await manager.run(2, (run) => [run.duplicate('ZEKER', [{ ...certain, class: 'PROBABLE' }])]);
    expect(await manager.reasons()).toEqual({ ZEKER: 'POSSIBLE_DUPLICATE' });
  });

  it('R96 a record that vanished is one until it is back or deleted', async () => {
    await manager.run(1, (run) => [run.clean('A'), run.clean('B')]);
    await manager.run(2, (run) => [run.vanished('A'), run.vanished('B')]);
    expect(await manager.reasons()).toEqual({ A: 'VANISHED', B: 'VANISHED' });
    await manager.run(3, (run) => [run.clean('A')]);
    expect(await manager.items()).toEqual([]);
  });
});

describe('a judgement (A33)', () => {
  it('R51 "beoordeeld: niets veranderen" holds while the next run finds the same, and ends with a new duplicate', async () => {
    await manager.run(1, (run) => [run.duplicate('A', [sameAddress])]);
    await manager.judge('A');
    await manager.close();
    for (const number of [2, 3]) {
      await manager.run(number, (run) => [run.duplicate('A', [sameAddress], { organisation: { phone: `059165984${number}` } })]);
      expect(await manager.items({ judged: false })).toEqual([]);
    }
    await manager.run(4, (run) => [run.duplicate('A', [sameAddress, { ...sameAddress, gidsId: 125 }])]);
    const [item] = await manager.items({ judged: false });
    expect(item).toMatchObject({ bronId: 'A', reason: 'POSSIBLE_DUPLICATE' });
    expect(item?.judgedAt).toBeUndefined();
    expect(await manager.history('A')).toContain('Beoordeeld (Mogelijke dubbele): niets veranderen.');
  });

  it('A33 R51 a new duplicate that an editor made opens it again at once', async () => {
    await manager.run(1, (run) => [run.duplicate('A', [sameAddress]), run.failed('B')]);
    await manager.judge('A');
    await publisher.handle(manager.source.duplicatesChanged('A', [sameAddress, { ...sameAddress, gidsId: 125 }]));
    expect(await manager.round()).toMatchObject({ total: 2, judged: 0 });
    expect((await manager.items()).filter(({ judgedAt }) => judgedAt !== undefined)).toEqual([]);
  });

  it('A33 does not end by what is not its reason: score, name, order or an invisible duplicate', async () => {
    const [one, two] = [sameAddress, { ...sameAddress, gidsId: 125 }];
    await manager.run(1, (run) => [run.duplicate('A', [one, two])]);
    await manager.judge('A');
    await manager.run(2, (run) => [run.duplicate('A', [{ ...two, score: 9 }, { ...one, name: 'Anders' }, { ...one, gidsId: 126, visible: false }])]);
    expect(await manager.round()).toMatchObject({ total: 1, judged: 1 });
  });

  it('A33 of errors ends when they are others, not when a warning is', async () => {
    await manager.run(1, (run) => [run.failed('A', [unusable])]);
    await manager.judge('A', 'gemeld bij DUO');
    await manager.run(2, (run) => [run.failed('A', [leftOut, unusable])]);
    expect(await manager.items({ judged: false })).toEqual([]);
    await manager.run(3, (run) => [run.failed('A', [{ ...unusable, value: 'ABC' }])]);
    expect(await manager.items({ judged: false })).toHaveLength(1);
    await manager.judge('A');
    await manager.run(4, (run) => [run.clean('A', invalid)]);
    expect(await manager.reasons({ judged: false })).toEqual({ A: 'VALIDATION_ERRORS' });
  });

  it('A33 is gone with its reason: the same again is judged again (table 5.3 row 7)', async () => {
    await manager.run(1, (run) => [run.duplicate('A', [sameAddress])]);
    await manager.judge('A');
    await manager.run(2, (run) => [run.clean('A')]);
    await manager.run(3, (run) => [run.duplicate('A', [sameAddress])]);
    expect(await manager.reasons({ judged: false })).toEqual({ A: 'POSSIBLE_DUPLICATE' });
  });

  it('R51 R99 may be without words, is in the history with who gave it, and changes nothing else', async () => {
    await manager.run(1, (run) => [run.duplicate('A', [sameAddress])]);
    const before = await manager.record('A');
    expect(await manager.judge('A', '')).toMatchObject({ judgement: '', judgedBy: 'i.manager' });
    expect((await manager.history('A'))[0]).toBe('Beoordeeld (Mogelijke dubbele).');
    expect(await manager.record('A')).toEqual(before);
    expect(await manager.judge('A', 'bij nader inzien')).toMatchObject({ judgement: 'bij nader inzien' });
  });
});

describe('a review round is refused', () => {
  it('R81 closing with open items: how many, and nothing changed', async () => {
    await manager.run(1, situation);
    await manager.judge('ONGELDIG');
    const problem = await refusal(manager.close());
    expect(problem).toMatchObject({ kind: 'conflict', code: 'itemsOpen' });
    expect(problem.message).toContain('2 van 3 nog te beoordelen');
    expect((await manager.round()).closedAt).toBeUndefined();
  });

  it('R81 closing twice, and closing what is not there', async () => {
    await manager.run(1, (run) => [run.clean('GOED')]);
    expect(await refusal(manager.close())).toMatchObject({ kind: 'conflict', code: 'roundClosed' });
    expect(await refusal(publisher.ask(CloseReviewRound, { roundId: 9_999_999, by: 'x' }))).toMatchObject({ kind: 'notFound' });
  });

  it('R81 of an import that is not there, or of which no run was completed', async () => {
    expect(await refusal(manager.round())).toMatchObject({ kind: 'notFound' });
    expect(await refusal(publisher.ask(ShowReviewRound, { importId: 'onbekend' }))).toMatchObject({ kind: 'notFound' });
    expect(await publisher.ask(ListReviewItems, { importId: 'onbekend', page: 1, pageSize: 10 })).toEqual({ items: [], total: 0 });
  });

  it('R81 judging what is not there, what passed, and what somebody else judged first', async () => {
    await manager.run(1, situation);
    const [first, second] = await manager.items();
    const judge = (itemId = 9_999_999, by = 'i.manager') => publisher.ask(JudgeReviewItem, { itemId, judgement: 'gezien', by });
    expect(await refusal(judge())).toMatchObject({ kind: 'notFound' });
    await manager.setAction(first?.bronId ?? '', 'DO_NOT_SHOW');
    expect(await refusal(judge(first?.id))).toMatchObject({ kind: 'conflict', code: 'reasonPassed' });
    const both = await Promise.allSettled([judge(second?.id, 'een'), judge(second?.id, 'twee')]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});
