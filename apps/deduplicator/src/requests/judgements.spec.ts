import { ChangeDuplicatePolicy, DuplicatesChanged, JudgeDuplicate, ShowDuplicatePolicy, type Actor } from '@gids/contracts';
import { v7 as uuidv7 } from 'uuid';
import { DeduplicatorUnderTest, fetched, mapped, saved } from '../testing/deduplicator-under-test.js';
import { school } from '../testing/school.js';

let deduplicator: DeduplicatorUnderTest;

beforeAll(async () => {
  deduplicator = await DeduplicatorUnderTest.create();
  await deduplicator.start();
});
afterAll(() => deduplicator.close());

const vlinder = school('OBS De Vlinder', { postcode: '9311AB', houseNumber: 13 });
const pair = { importId: 'duo', sourceId: 'duo-po', recordId: '16AH00', gidsId: 123 };
const by = 'i.manager';

describe('a verdict on a pair', () => {
  it('R46 of no duplicate takes it out of what counts, at once, with who said so', async () => {
    await deduplicator.handle(saved(123, vlinder));
    await deduplicator.handle(mapped('16AH00', vlinder));
    const { duplicates } = await deduplicator.ask(JudgeDuplicate, { ...pair, verdict: 'NOT_DUPLICATE', by });
    expect(duplicates).toMatchObject([{ gidsId: 123, counts: false, verdict: 'NOT_DUPLICATE' }]);
    await deduplicator.settled();
    expect((await deduplicator.told(DuplicatesChanged)).at(-1)?.data).toMatchObject({ recordId: '16AH00', cause: 'VERDICT', by, matchVersion: 2 });
  });

  it('R46 survives later runs, and what changes that is not compared', async () => {
    await deduplicator.forgetTold();
    await deduplicator.handle(mapped('16AH00', { ...vlinder, description: 'Nieuw' }, uuidv7(), 8));
    await deduplicator.handle(fetched(uuidv7(), 8));
    await deduplicator.handle(saved(123, vlinder, { version: 2, visible: false }));
    await deduplicator.handle(saved(123, vlinder, { version: 3 }));
    expect(await deduplicator.rows('SELECT verdict FROM pair')).toEqual([{ verdict: 'NOT_DUPLICATE' }]);
  });

  it('R46 lapses when something changes that was compared, and a reason says what', async () => {
    await deduplicator.handle(saved(123, { ...vlinder, phone: '0591659840' }, { version: 4 }));
    const [duplicate] = (await deduplicator.told(DuplicatesChanged)).at(-1)?.data.duplicates ?? [];
    expect(duplicate).toMatchObject({ counts: true });
    expect(duplicate).not.toHaveProperty('verdict');
    expect(duplicate?.reasons[0]).toBe('Opnieuw te beoordelen: eerder ‘geen dubbele’ volgens i.manager, maar sindsdien veranderde het telefoonnummer van de G!DS-organisatie');
  });

  it('R46 of a duplicate counts, and can be taken back', async () => {
    const judged = await deduplicator.ask(JudgeDuplicate, { ...pair, verdict: 'DUPLICATE', by });
    expect(judged.duplicates).toMatchObject([{ counts: true, verdict: 'DUPLICATE' }]);
    const back = await deduplicator.ask(JudgeDuplicate, { ...pair, by });
    expect(back.duplicates[0]).not.toHaveProperty('verdict');
  });

  it.each([
    ['record', { recordId: '99ZZ99' }, 'Er is geen geïmporteerde organisatie met bronID "99ZZ99" in bron duo-po.'],
    ['pair', { gidsId: 999 }, 'G!DS-organisatie 999 is niet gevonden als mogelijke dubbele van bronID "16AH00". Vernieuw het overzicht.'],
  ])('N4 on an unknown %s is refused, and changes nothing', async (_, more, message) => {
    const before = await deduplicator.rows('SELECT * FROM verdict');
    await expect(deduplicator.ask(JudgeDuplicate, { ...pair, ...more, verdict: 'DUPLICATE', by })).rejects.toMatchObject({ problem: { kind: 'notFound', message } });
    expect(await deduplicator.rows('SELECT * FROM verdict')).toEqual(before);
  });
});

describe('the policy of an import', () => {
  beforeAll(async () => {
    await deduplicator.handle(saved(200, school('De Regenboog', { postcode: '1011AA', houseNumber: 1, town: 'Amsterdam' })));
    await deduplicator.handle(mapped('17BB00', school('De Regenboog', { postcode: '9711AA', houseNumber: 5, town: 'Groningen' })));
  });

  it('A5 is literal unless somebody chose, and both are shown with what they come to', async () => {
    const shown = await deduplicator.ask(ShowDuplicatePolicy, { importId: 'duo' });
    expect(shown).toEqual({ policy: 'LITERAL', flagged: { LITERAL: 2, GRADED: 1 }, pairs: { IDENTICAL: 1, SAME_NAME_ELSEWHERE: 1 } });
  });

  it('A5 R43 tells anew, when it is changed, of the records for which it matters, and of those only', async () => {
    await deduplicator.forgetTold();
    expect(await deduplicator.ask(ChangeDuplicatePolicy, { importId: 'duo', policy: 'GRADED', by })).toEqual({ changed: 1 });
    await deduplicator.settled();
    const told = await deduplicator.told(DuplicatesChanged);
    expect(told.map(({ data }) => [data.recordId, data.cause, data.by, data.duplicates.map(({ counts }) => counts)])).toEqual([['17BB00', 'POLICY', by, [false]]]);
    expect((await deduplicator.ask(ShowDuplicatePolicy, { importId: 'duo' })).policy).toBe('GRADED');
  });
});

describe('the importrecht', () => {
  const manager: Actor = { name: by, kind: 'PERSON', systemAdministrator: false, importRights: ['duo'] };
  const requests = [
    ['judging a pair', (actor: Actor) => deduplicator.ask(JudgeDuplicate, { ...pair, importId: 'lrk', verdict: 'DUPLICATE', by }, actor)],
    ['seeing the policy', (actor: Actor) => deduplicator.ask(ShowDuplicatePolicy, { importId: 'duo' }, actor)],
    ['changing the policy', (actor: Actor) => deduplicator.ask(ChangeDuplicatePolicy, { importId: 'duo', policy: 'LITERAL', by }, actor)],
  ] as const;

  it.each(requests)('R78 is needed for %s: of another import, of none or as a script it is forbidden, and nothing changes', async (_, ask) => {
    const before = await deduplicator.rows('SELECT * FROM verdict');
    const policy = await deduplicator.ask(ShowDuplicatePolicy, { importId: 'duo' });
    for (const actor of [{ ...manager, importRights: ['lrk'] }, { ...manager, importRights: [], systemAdministrator: true }]) {
      await expect(ask(actor)).rejects.toMatchObject({ problem: { kind: 'forbidden', code: 'noImportRight' } });
    }
    await expect(ask({ ...manager, kind: 'SCRIPT' })).rejects.toMatchObject({ problem: { kind: 'forbidden', code: 'noRight' } });
    expect(await deduplicator.rows('SELECT * FROM verdict')).toEqual(before);
    expect(await deduplicator.ask(ShowDuplicatePolicy, { importId: 'duo' })).toEqual(policy);
  });

  it.each(requests)('R78 gives %s', async (_, ask) => {
    await expect(ask(manager)).resolves.toBeDefined();
  });
});
