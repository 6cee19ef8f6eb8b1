import type { Duplicate } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { v7 as uuidv7 } from 'uuid';
import { PublisherUnderTest } from '../testing/publisher-under-test.js';
import { TestEditor } from '../testing/test-editor.js';
import { TestManager } from '../testing/test-manager.js';
import { sameAddress, school } from '../testing/test-source.js';
import { takeDuplicates } from './duplicates.js';
import { saveOutcomes } from './record-outcomes.js';

let publisher: PublisherUnderTest;
let manager: TestManager;

const ids = Array.from({ length: 500 }, (_, index) => `R${String(index).padStart(3, '0')}`);
const phone = (number: string) => ({ organisation: { phone: number } });

beforeAll(async () => {
  publisher = await PublisherUnderTest.create();
  await publisher.start();
  manager = await TestManager.ofNewImport(publisher);
  const { gidsId } = await (await TestEditor.known(publisher)).enter('M');
  await manager.run(1, (run) => ids.map((id) => run.duplicate(id, [{ ...sameAddress, gidsId }], phone('0201234567'))));
  await publisher.rows("UPDATE import_record SET publication_action = 'DO_NOT_SHOW', linked_organisation_id = $2 WHERE source_id = $1 AND record_id < 'R250'", [manager.source.sourceId, gidsId]);
});
afterAll(() => publisher.close());

/** How many statements work takes, and how much it tells; nothing of it stays. */
async function measured(work: (unit: { sql: Sql; emit: () => void }) => Promise<void>): Promise<{ statements: number; told: number }> {
  const client = await publisher.connection();
  let [statements, told] = [0, 0];
  const query = (text: string, parameters: readonly unknown[] = []) => ((statements += 1), client.query(text, [...parameters]));
  const sql: Sql = {
    all: async <Row extends object>(text: string, parameters?: readonly unknown[]) => (await query(text, parameters)).rows as Row[],
    run: async (text, parameters) => (await query(text, parameters)).rowCount ?? 0,
  };
  try {
    await client.query('BEGIN');
    await work({ sql, emit: () => (told += 1) });
    return { statements, told };
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

const rowsOf = (some: readonly string[], duplicates: Duplicate[]) =>
  some.map((recordId) => ({
    ...{ importId: manager.importId, sourceId: manager.source.sourceId, recordId, makeVisible: true, issues: [], duplicates, matchVersion: 9_999 },
    ...{ organisation: { ...school(recordId), phone: '0207654321' }, runId: uuidv7(), runSequence: 2 },
  }));

it('PERFORMANCE a frame of 500 rows, half of them linked and half with a new duplicate, takes as many statements as one of 2', async () => {
  const other = { ...sameAddress, gidsId: 4_711 };
  const occasion = { at: new Date(), runId: uuidv7(), runNumber: 2 };
  const [few, all] = [
    await measured((unit) => saveOutcomes(unit, rowsOf(['R000', 'R499'], [other]), occasion)),
    await measured((unit) => saveOutcomes(unit, rowsOf(ids, [other]), occasion)),
  ];
  expect(all.statements).toBe(few.statements);
  expect([few.told, all.told]).toEqual([1, 250]);
});

it('PERFORMANCE so does a frame of what the directory changed, with its lost matches', async () => {
  const found = (some: readonly string[]) => some.map((recordId) => ({ sourceId: manager.source.sourceId, recordId, matchVersion: 9_999, duplicates: [] as Duplicate[] }));
  const [few, all] = [
    await measured((unit) => takeDuplicates(unit, found(['R000', 'R499']), { at: new Date() })),
    await measured((unit) => takeDuplicates(unit, found(ids), { at: new Date() })),
  ];
  expect(all.statements).toBe(few.statements);
  expect([few.told, all.told]).toEqual([1, 250]);
});
