import { DuplicateFound, DuplicatesChanged, NoDuplicateFound, RecordReevaluated, RecordSuppressed, ImportCleanedUp, SourceReevaluated, type Duplicate, type Envelope } from '@gids/contracts';
import { v7 as uuidv7 } from 'uuid';
import { DeduplicatorUnderTest, eventOf, fetched, mapped, removed, saved, vanished } from './testing/deduplicator-under-test.js';
import { school } from './testing/school.js';

let deduplicator: DeduplicatorUnderTest;

beforeEach(async () => void (deduplicator = await DeduplicatorUnderTest.create()));
afterEach(() => deduplicator.close());

const vlinder = { ...school('OBS De Vlinder', { postcode: '9311AB', houseNumber: 13 }), phone: '0591659840' };
const record = { importId: 'duo', sourceId: 'duo-po', recordId: '16AH00' };
const blocking = (duplicates: readonly Duplicate[] = []) => duplicates.filter(({ visible, counts }) => visible && counts).map(({ gidsId }) => gidsId);

/** What was told last of the record, by whatever event. */
async function lastTold(): Promise<{ matchVersion: number; duplicates: number[] }> {
  const all: Envelope<{ matchVersion: number; duplicates?: Duplicate[] }>[] = [
    ...(await deduplicator.told(DuplicateFound)),
    ...(await deduplicator.told(NoDuplicateFound)),
    ...(await deduplicator.told(DuplicatesChanged)),
    ...(await deduplicator.told(RecordReevaluated)),
  ];
  const newest = all.filter(({ subject }) => subject === '16AH00').toSorted((a, b) => b.data.matchVersion - a.data.matchVersion)[0];
  return { matchVersion: newest?.data.matchVersion ?? 0, duplicates: blocking(newest?.data.duplicates) };
}

describe('a change of the directory, without a run', () => {
  beforeEach(async () => {
    await deduplicator.start();
    await deduplicator.handle(mapped('16AH00', vlinder));
  });

  it('R37 creating an identical managed organisation tells of the record at once, and why it is certain', async () => {
    const event = saved(123, vlinder);
    await deduplicator.handle(event);
    const [changed] = await deduplicator.told(DuplicatesChanged);
    expect(changed).toMatchObject({
      subject: '16AH00',
      correlationid: event.correlationid,
      causationid: event.id,
      data: { ...record, matchVersion: 2, cause: 'DIRECTORY', duplicates: [{ gidsId: 123, class: 'IDENTICAL', counts: true, visible: true }] },
    });
    expect(changed).not.toHaveProperty('runid');
  });

  it('R38 A3 hiding it opens the record, showing it closes it again, removing it opens it', async () => {
    await deduplicator.handle(saved(123, vlinder));
    const seen: number[][] = [];
    const steps = [saved(123, vlinder, { version: 2, visible: false }), saved(123, vlinder, { version: 3 }), removed(123, 4)];
    for (const step of steps) {
      await deduplicator.handle(step);
      seen.push((await lastTold()).duplicates);
    }
    expect(seen).toEqual([[], [123], []]);
    expect((await lastTold()).matchVersion).toBe(5);
  });

  it('A30 changing its name and address so that nothing agrees takes the duplicate away', async () => {
    await deduplicator.handle(saved(123, vlinder));
    await deduplicator.handle(saved(123, school('Het Kompas', { postcode: '1011AA', houseNumber: 1, town: 'Elders' }), { version: 2 }));
    expect(await lastTold()).toEqual({ matchVersion: 3, duplicates: [] });
  });

  it('says nothing where nothing that is compared or shown has changed', async () => {
    await deduplicator.handle(saved(123, vlinder));
    await deduplicator.forgetTold();
    await deduplicator.handle(saved(123, { ...vlinder, description: 'Nieuw' }, { version: 2 }));
    expect(await deduplicator.told(DuplicatesChanged)).toEqual([]);
  });

  it('R43 concerns only the records that it may meet', async () => {
    await deduplicator.handle(mapped('99ZZ00', school('Elders', { postcode: '1011AA', houseNumber: 9 })));
    await deduplicator.handle(saved(123, vlinder));
    expect((await deduplicator.told(DuplicatesChanged)).map(({ subject }) => subject)).toEqual(['16AH00']);
  });

  it('R66 DEDUPE 5.1 a copy is the same organisation, whatever was changed on it', async () => {
    const content = school('Heel anders', { postcode: '1011AA', houseNumber: 1, town: 'Elders' });
    await deduplicator.handle(saved(123, content, { copiedFrom: { sourceId: 'duo-po', recordId: '16AH00' } }));
    const [changed] = await deduplicator.told(DuplicatesChanged);
    expect(changed?.data.duplicates).toMatchObject([{ class: 'IDENTICAL', counts: true, matchedOn: ['IDENTITY'], reasons: ['Kopie van deze geïmporteerde organisatie'] }]);
  });

  it('R44 the neighbour in a shared building is seen for what it is once the twin is known', async () => {
    const other = { ...school('CBS Het Kompas', { postcode: '9311AB', houseNumber: 13 }), phone: '0591000001' };
    await deduplicator.handle(saved(124, other));
    expect((await deduplicator.told(DuplicatesChanged)).at(-1)?.data.duplicates).toMatchObject([{ gidsId: 124, class: 'POSSIBLE' }]);
    await deduplicator.handle(mapped('17BB00', other));
    expect((await deduplicator.told(DuplicatesChanged)).at(-1)).toMatchObject({ subject: '16AH00', data: { duplicates: [{ gidsId: 124, class: 'SAME_BUILDING' }] } });
  });
});

describe('a run, with the event path switched off', () => {
  beforeEach(() => deduplicator.start({ GIDS_REEVALUATE_ON_CHANGE: 'false' }));

  it('R39 A10 finds at its end what editors did meanwhile, and says of how many records', async () => {
    await deduplicator.handle(mapped('16AH00', vlinder), mapped('99ZZ00', school('Elders', { postcode: '1011AA', houseNumber: 9 })));
    await deduplicator.handle(saved(123, vlinder));
    expect(await deduplicator.told(DuplicatesChanged)).toEqual([]);
    const runid = uuidv7();
    await deduplicator.handle(fetched(runid));
    const [reevaluated] = await deduplicator.told(RecordReevaluated);
    expect(reevaluated).toMatchObject({ subject: '16AH00', runid, runsequence: 8, data: { ...record, matchVersion: 2, duplicates: [{ gidsId: 123, counts: true }] } });
    expect((await deduplicator.told(SourceReevaluated)).map(({ runid: of, data }) => [of, data])).toEqual([[runid, { importId: 'duo', sourceId: 'duo-po', changed: 1 }]]);
  });

  it('R38 R39 comes by runs alone to the same as by events: created, hidden, shown, removed', async () => {
    await deduplicator.handle(mapped('16AH00', vlinder));
    const seen: number[][] = [];
    const steps = [saved(123, vlinder), saved(123, vlinder, { version: 2, visible: false }), saved(123, vlinder, { version: 3 }), removed(123, 4)];
    for (const [at, step] of steps.entries()) {
      await deduplicator.handle(step);
      await deduplicator.handle(fetched(uuidv7(), 8 + at));
      seen.push((await lastTold()).duplicates);
    }
    expect(seen).toEqual([[123], [], [123], []]);
  });

  it('says so where nothing has changed, once per run, also when it is delivered twice', async () => {
    const end = fetched();
    await deduplicator.handle(mapped('16AH00', vlinder));
    await deduplicator.handle(end);
    expect((await deduplicator.told(SourceReevaluated)).map(({ data }) => data.changed)).toEqual([0]);
  });
});

describe('a record that goes', () => {
  beforeEach(async () => {
    await deduplicator.start();
    await deduplicator.handle(saved(123, vlinder));
    await deduplicator.handle(mapped('16AH00', vlinder));
  });

  const kept = () => deduplicator.rows('SELECT (SELECT count(*) FROM match_key WHERE side = 1)::int AS keys, (SELECT count(*) FROM pair)::int AS pairs, (SELECT count(*) FROM imported_organisation)::int AS records');

  it('R96 costs nothing after it vanished, and comes back with its version counting on', async () => {
    await deduplicator.handle(vanished('16AH00', 8));
    expect(await kept()).toEqual([{ keys: 0, pairs: 0, records: 1 }]);
    await deduplicator.handle(saved(124, vlinder));
    expect(await deduplicator.told(DuplicatesChanged)).toEqual([]);
    await deduplicator.handle(mapped('16AH00', vlinder, uuidv7(), 9));
    expect(await lastTold()).toEqual({ matchVersion: 2, duplicates: [123, 124] });
  });

  it('R96 is not brought back by an older run', async () => {
    await deduplicator.handle(vanished('16AH00', 8));
    await deduplicator.handle(mapped('16AH00', vlinder, uuidv7(), 7));
    expect(await kept()).toEqual([{ keys: 0, pairs: 0, records: 1 }]);
    expect(await lastTold()).toMatchObject({ duplicates: [] });
  });

  it('N37 is erased with everything, and stays so when a run brings it again', async () => {
    await deduplicator.handle(eventOf(RecordSuppressed, record));
    await deduplicator.handle(mapped('16AH00', vlinder, uuidv7(), 9));
    expect(await kept()).toEqual([{ keys: 0, pairs: 0, records: 0 }]);
    expect((await deduplicator.carriedOn(NoDuplicateFound)).get('16AH00')?.data.matchVersion).toBe(1);
  });

  it('R97 goes with its whole import, and only with that', async () => {
    const other = mapped('X', vlinder);
    await deduplicator.handle({ ...other, data: { ...(other.data as object), importId: 'lrk', sourceId: 'lrk' } });
    await deduplicator.handle(eventOf(ImportCleanedUp, { importId: 'duo', by: 'beheerder' }));
    expect(await kept()).toMatchObject([{ pairs: 1, records: 1 }]);
    expect(await deduplicator.rows('SELECT import_id FROM imported_organisation')).toEqual([{ import_id: 'lrk' }]);
  });

  it('RELIABILITY an older run changes nothing of what a newer one brought', async () => {
    await deduplicator.handle(mapped('16AH00', school('Nieuw', { postcode: '1011AA', houseNumber: 1 }), uuidv7(), 9));
    await deduplicator.handle(mapped('16AH00', vlinder, uuidv7(), 8));
    expect(await deduplicator.rows("SELECT subject->>'name' AS name, run_sequence FROM imported_organisation")).toEqual([{ name: 'Nieuw', run_sequence: 9 }]);
    expect(await lastTold()).toMatchObject({ duplicates: [] });
  });
});
