import type { DataOf, Duplicate, EventDefinition } from '@gids/contracts';
import { Transactions } from '@gids/messaging';
import { openDatabase, type Sql } from '@gids/persistence';
import { completeDatabase, migrateService } from '@gids/service-host';
import { createTestDatabase, type TestDatabase } from '@gids/testing';
import type { MikroORM } from '@mikro-orm/postgresql';
import fc from 'fast-check';
import { deduplicator } from '../deduplicator.js';
import { DirectoryChanges } from '../directory-changes.js';
import { saveImportedOrganisations } from '../state/imported-organisations.js';
import { recountKeys } from '../state/key-counts.js';
import { withdrawVanished } from '../state/withdrawal.js';
import { eventOf, removed } from '../testing/deduplicator-under-test.js';
import { school } from '../testing/school.js';
import { Counting } from './counting.js';
import { Evaluator } from './evaluator.js';
import { evaluateStale } from './stale-worker.js';
import { Sweep } from './sweep.js';

let database: TestDatabase;
let orm: MikroORM;

beforeAll(async () => {
  database = await createTestDatabase();
  await migrateService(deduplicator, database.url);
  orm = await openDatabase({ url: database.url, definition: completeDatabase(deduplicator) });
});
afterAll(async () => {
  await orm.close();
  await database.drop();
});

const cause = { cause: 'SWEEP', origin: {} } as const;
const evaluator = new Evaluator();
const transactions = (): Transactions => new Transactions('deduplicator', orm, { poke: () => undefined });
const unit = <Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> => transactions().run({}, ({ sql }) => work(sql));

/** Few values, so that they meet often: shared names, buildings, phones. */
const content = fc
  .record({
    name: fc.constantFrom('De Vlinder', 'OBS De Vlinder', 'De Vlindr', 'Het Kompas', 'BSO Het Kompas', 'Bibliotheek Nietap', 'School met de Bijbel'),
    postcode: fc.constantFrom('9311AB', '9311AC', '1011AA'),
    houseNumber: fc.integer({ min: 1, max: 3 }),
    town: fc.constantFrom('Nietap', 'Amsterdam'),
    phone: fc.constantFrom('0591659840', '0591000000', undefined),
  })
  .map(({ name, phone, ...address }) => ({ ...school(name, address), ...(phone && { phone }) }));
const gidsId = fc.integer({ min: 1, max: 5 });
const recordId = fc.constantFrom('A', 'B', 'C', 'D');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('save' as const), gidsId, content, visible: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('remove' as const), gidsId }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('map' as const), recordId, content }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('vanish' as const), recordId }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Does one thing that an event would do, and all that follows from it. */
async function take(one: Step, position: number): Promise<void> {
  const record = { importId: 'duo', sourceId: 'duo-po', runSequence: position };
  const version = position + 1;
  await unit(async (sql) => {
    if (one.act === 'save' || one.act === 'remove') {
      const organisation = one.act === 'save' ? { organisation: one.content } : {};
      const change = { gidsId: one.gidsId, version, visible: one.act === 'save' && one.visible, ...organisation };
      const directory = new DirectoryChanges({ GIDS_REEVALUATE_ON_CHANGE: true }, new Counting(transactions()));
      await directory.take([{ change, event: removed(one.gidsId, version) }], { sql });
    } else if (one.act === 'vanish') {
      await withdrawVanished(sql, [{ ...record, recordId: one.recordId }], cause);
    } else {
      const saved = await saveImportedOrganisations(sql, [{ ...record, recordId: one.recordId, organisation: one.content }]);
      await evaluator.evaluate(sql, { rescore: [...saved.values()], retell: [] }, cause);
    }
  });
  while ((await unit((sql) => evaluateStale({ sql, emit }, evaluator, 10))) > 0);
}

const emit = <Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>): void => void eventOf(definition, data);

interface Outcome {
  readonly pairs: object[];
  readonly told: object[];
}

async function outcome(): Promise<Outcome> {
  return unit(async (sql) => ({
    pairs: await sql.all('SELECT imported_id, gids_id, score, own_class, demoted_class, demoted, rule_name, rule_address, levels, reasons FROM pair ORDER BY imported_id, gids_id'),
    told: await sql.all('SELECT id, told_mark FROM imported_organisation WHERE present ORDER BY id'),
  }));
}

/** @returns what is told anew of the source */
async function sweep(): Promise<Duplicate[][]> {
  const told: Duplicate[][] = [];
  await new Sweep(transactions(), evaluator).sweepSource('duo-po', cause, (_, changed) => {
    told.push(...changed.map(({ duplicates }) => duplicates));
    return Promise.resolve();
  });
  return told;
}

/** Throws all pairs away and compares everything with everything again, by the same statistics. @returns what is told anew */
async function recomputeAll(): Promise<Duplicate[][]> {
  await unit(async (sql) => {
    await sql.run('DELETE FROM pair');
    await sql.run('UPDATE imported_organisation SET compared_state = NULL');
  });
  return sweep();
}

it('R39 after any series of edits and mapped records the pairs and duplicates are those of a full recompute', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), fc.nat(4), async (steps, recount) => {
      await unit((sql) => sql.run('TRUNCATE imported_organisation, managed_organisation, match_key, key_count, pair, verdict, stale_record, rescore_due'));
      for (const [position, one] of steps.entries()) {
        if (position === recount) await unit(recountKeys);
        await take(one, position);
      }
      // Statistics that changed on the way are taken up by a sweep, as at the end of a run.
      await sweep();
      const incremental = await outcome();
      expect(await recomputeAll()).toEqual([]);
      expect(await outcome()).toEqual(incremental);
    }),
    { numRuns: 5 },
  );
}, 120_000);

it('R37 R38 R39 the same holds without any sweep in between, as long as the statistics are the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      await unit((sql) => sql.run('TRUNCATE imported_organisation, managed_organisation, match_key, key_count, pair, verdict, stale_record, rescore_due'));
      for (const [position, one] of steps.entries()) await take(one, position);
      const incremental = await outcome();
      expect(await recomputeAll()).toEqual([]);
      expect(await outcome()).toEqual(incremental);
    }),
    { numRuns: 30 },
  );
}, 240_000);
