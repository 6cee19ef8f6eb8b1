import { DuplicatesChanged, RecordReevaluated, SourceReevaluated } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { v7 as uuidv7 } from 'uuid';
import { DeduplicatorUnderTest, fetched, mapped, saved } from '../testing/deduplicator-under-test.js';
import { school } from '../testing/school.js';

let deduplicator: DeduplicatorUnderTest;

beforeEach(async () => void (deduplicator = await DeduplicatorUnderTest.create()));
afterEach(() => deduplicator.close());

const off = { GIDS_REEVALUATE_ON_CHANGE: 'false' };
/** More than one batch of the sweep. */
const numbers = Array.from({ length: 1_100 }, (_, at) => at + 1);
const recordOf = (number: number): string => `R${String(number).padStart(4, '0')}`;
const organisation = (number: number) => school(`School ${number}`, { postcode: '9311AB', houseNumber: number });

const importAll = () => {
  const run = uuidv7();
  return deduplicator.handle(...numbers.map((number) => mapped(recordOf(number), organisation(number), run)));
};
const pairs = () => deduplicator.rows<{ record_id: string; score: number }>('SELECT record_id, score FROM pair JOIN imported_organisation i ON i.id = imported_id ORDER BY 1');

describe('the sweep at the end of a run', () => {
  it('DESIGN an edit of one record gets through while the sweep of its source is going on', async () => {
    await deduplicator.start();
    await importAll();
    await deduplicator.whileLocked('SELECT FROM imported_organisation WHERE record_id = $1 FOR UPDATE', [recordOf(1_100)], async () => {
      await deduplicator.tell(fetched());
      await eventually(waitingSweeps, { within: 45_000 });
      await deduplicator.tell(saved(1, organisation(1)));
      const [changed] = await eventually(() => deduplicator.told(DuplicatesChanged), { within: 45_000, until: (told) => told.length > 0 });
      expect(changed).toMatchObject({ subject: recordOf(1), data: { duplicates: [{ gidsId: 1 }] } });
      expect(await deduplicator.told(SourceReevaluated)).toEqual([]);
    });
    await deduplicator.settled();
    expect((await deduplicator.told(SourceReevaluated)).map(({ data }) => data.changed)).toEqual([0]);
  });

  /** Sessions of the sweep that wait for the row that somebody else holds. */
  const waitingSweeps = async () =>
    (await deduplicator.rows(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%imported_organisation%FOR UPDATE%'`)).length;

  it.each([
    ['half-way', 'INSERT OR UPDATE', 2],
    ['at its very end', 'DELETE', 1],
  ])('RELIABILITY broken off %s it is done again, and tells and counts every record once', async (_, act, time) => {
    await deduplicator.start(off);
    await importAll();
    await deduplicator.handle(...numbers.map((number) => saved(number, organisation(number))));
    await failOnce(act, time);
    await deduplicator.handle(fetched());
    expect((await deduplicator.told(RecordReevaluated)).map(({ subject }) => subject).toSorted()).toEqual(numbers.map(recordOf));
    expect((await deduplicator.told(SourceReevaluated)).map(({ data }) => data.changed)).toEqual([numbers.length]);
    expect(await deduplicator.rows('SELECT * FROM sweep_progress')).toEqual([]);
  });

  /** The given time that the progress of the sweep is written, the server ends its transaction. */
  async function failOnce(act: string, time: number): Promise<void> {
    await deduplicator.rows('CREATE SEQUENCE written');
    await deduplicator.rows(`CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('deduplicator.written') = ${time} THEN RAISE EXCEPTION 'broken off' USING ERRCODE = '40001'; END IF; RETURN coalesce(NEW, OLD); END $$`);
    await deduplicator.rows(`CREATE TRIGGER fail_once BEFORE ${act} ON sweep_progress FOR EACH ROW EXECUTE FUNCTION fail_once()`);
  }

  it('R39 compares those again whose candidates changed, and leaves alone whose did not', async () => {
    await deduplicator.start(off);
    const run = uuidv7();
    await deduplicator.handle(...[1, 2].map((number) => saved(number, organisation(number))));
    await deduplicator.handle(...[1, 2].map((number) => mapped(recordOf(number), organisation(number), run)));
    await deduplicator.handle(fetched());
    await deduplicator.rows('UPDATE pair SET score = 99');
    await deduplicator.handle(saved(2, organisation(2), { version: 2 }), saved(3, organisation(2), { version: 1 }));
    await deduplicator.handle(fetched());
    expect((await pairs()).map(({ record_id: id, score }) => [id, score === 99])).toEqual([[recordOf(1), true], [recordOf(2), false], [recordOf(2), false]]);
  });
});

describe('what a run leaves to its end', () => {
  it('R44 sees records of frames that did not see each other beside their rivals, also those of another source', async () => {
    await deduplicator.start(off);
    const here = { postcode: '9311AB', houseNumber: 13 };
    const twin = { ...school('CBS Het Kompas', here), phone: '0591000001' };
    const neighbour = mapped('N', { ...school('OBS De Vlinder', here), phone: '0591659840' });
    await deduplicator.handle(saved(124, twin));
    await deduplicator.handle({ ...neighbour, data: { ...(neighbour.data as object), importId: 'lrk', sourceId: 'lrk' } });
    await deduplicator.handle(mapped('T', twin));
    await deduplicator.rows("UPDATE pair SET demoted = false FROM imported_organisation i WHERE i.id = imported_id AND record_id = 'N'");
    await deduplicator.handle(fetched());
    expect((await deduplicator.told(DuplicatesChanged)).at(-1)).toMatchObject({ subject: 'N', data: { duplicates: [{ gidsId: 124, class: 'SAME_BUILDING' }] } });
  });
});

describe('a first import', () => {
  it('R48 passes over keys that many hold from its first frame on, once a directory was loaded', async () => {
    await deduplicator.start();
    const website = 'https://www.grote-keten.nl';
    await deduplicator.handle(...numbers.map((number) => saved(number, { ...organisation(number), website })));
    await deduplicator.handle(mapped('16AH00', { ...school('Elders', { postcode: '1011AA', houseNumber: 1, town: 'Elders' }), website }));
    expect(await deduplicator.rows('SELECT kind, holders FROM key_count WHERE hot AND kind = 7')).toEqual([{ kind: 7, holders: numbers.length }]);
    expect(await deduplicator.rows('SELECT recount_after FROM matching_state')).toEqual([{ recount_after: 1_000 }]);
    expect((await pairs()).length).toBe(0);
  });
});
