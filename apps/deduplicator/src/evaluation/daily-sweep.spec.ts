import { DuplicatesChanged } from '@gids/contracts';
import { eventually } from '@gids/testing';
import { v7 as uuidv7 } from 'uuid';
import { DeduplicatorUnderTest, fetched, mapped, saved } from '../testing/deduplicator-under-test.js';
import { school } from '../testing/school.js';

let deduplicator: DeduplicatorUnderTest;

beforeEach(async () => void (deduplicator = await DeduplicatorUnderTest.create()));
afterEach(() => deduplicator.close());

const vlinder = school('OBS De Vlinder', { postcode: '9311AB', houseNumber: 13 });
const off = { GIDS_REEVALUATE_ON_CHANGE: 'false' };
const swept = () => eventually(async () => (await deduplicator.rows('SELECT FROM matching_state WHERE swept_at IS NOT NULL')).length, { within: 45_000 });

describe('the daily sweep', () => {
  it('R39 A10 brings what the event path missed, without a run, and once for two replicas', async () => {
    await deduplicator.start(off);
    await swept();
    await deduplicator.handle(mapped('16AH00', vlinder));
    await deduplicator.handle(saved(123, vlinder));
    await deduplicator.rows("UPDATE matching_state SET swept_at = swept_at - interval '25 hours'");
    await Promise.all([deduplicator.start(off), deduplicator.start(off)]);
    await eventually(async () => (await deduplicator.told(DuplicatesChanged)).length, { within: 45_000 });
    await deduplicator.settled();
    expect((await deduplicator.told(DuplicatesChanged)).map(({ data }) => [data.recordId, data.cause, data.duplicates.length])).toEqual([['16AH00', 'SWEEP', 1]]);
  });

  it('DEDUPE 4 makes features and keys again after the rules have changed, and compares all by them', async () => {
    await deduplicator.start(off);
    await swept();
    await deduplicator.handle(mapped('16AH00', vlinder));
    await deduplicator.handle(saved(123, vlinder));
    await deduplicator.rows("UPDATE imported_organisation SET norm_version = 0, features = '{\"cores\":[[\"oud\"]],\"identities\":[],\"streams\":[]}'");
    await deduplicator.rows('UPDATE managed_organisation SET norm_version = 0');
    await deduplicator.rows('DELETE FROM match_key');
    await deduplicator.start(off);
    const [changed] = await eventually(() => deduplicator.told(DuplicatesChanged), { within: 45_000, until: (told) => told.length > 0 });
    expect(changed?.data.duplicates).toMatchObject([{ gidsId: 123, class: 'IDENTICAL' }]);
  });
});

describe('what is common says little', () => {
  it('R48 DEDUPE 5.3 keys that many hold are passed over from the next run on, but never those of the literal rule', async () => {
    await deduplicator.start(off);
    const phone = '0881234567';
    const chain = Array.from({ length: 20 }, (_, at) => saved(at + 1, { ...school(`Locatie ${'abcdefghijklmnopqrst'[at]}xyz`, { postcode: `${1_100 + at}AA`, houseNumber: at + 1, town: `Stad ${at}` }), phone }));
    const namesakes = Array.from({ length: 60 }, (_, at) => saved(100 + at, school('De Regenboog', { postcode: `${2_100 + at}AA`, houseNumber: at + 1, town: `Dorp ${at}` })));
    await deduplicator.handle(...chain, ...namesakes);
    await deduplicator.handle(mapped('16AH00', { ...school('De Regenboog', { postcode: '9311AB', houseNumber: 13 }), phone }));
    await deduplicator.handle(fetched(uuidv7()));
    const hot = await deduplicator.rows('SELECT kind FROM key_count WHERE hot ORDER BY kind');
    expect(hot).toEqual([{ kind: 5 }, { kind: 6 }]);
    expect(await deduplicator.rows('SELECT count(*)::int AS pairs, min(gids_id)::int AS first, bool_and(rule_name) AS literal FROM pair')).toEqual([{ pairs: 60, first: 100, literal: true }]);
  });
});
