import { putRun } from '../testing/test-runs.js';
import { TestSchema } from '../testing/test-schema.js';
import { countParts, dropFile, dropOldFiles, findPart, readFile, savePart } from './file-store.js';

let schema: TestSchema;

beforeAll(async () => {
  schema = await TestSchema.create();
});

beforeEach(() => schema.clear());

afterAll(() => schema.close());

const never = new AbortController().signal;
const text = async (runId: string) => Buffer.concat(await Array.fromAsync(readFile(schema.sql(), runId, never))).toString();

async function store(runId: string, ...parts: readonly string[]): Promise<void> {
  for (const [index, part] of parts.entries()) await savePart(schema.sql(), runId, index, Buffer.from(part));
}

describe('the file of a run', () => {
  it('R6 is read in the order of its parts, whatever order they came in', async () => {
    const [run, other] = [await putRun(schema.sql()), await putRun(schema.sql(), { sourceId: 'lrk' })];
    for (const index of [2, 0, 11, 1, 10, ...[3, 4, 5, 6, 7, 8, 9]]) await savePart(schema.sql(), run, index, Buffer.from(`<${index}>`));
    await store(other, 'ander');
    expect(await text(run)).toBe('<0><1><2><3><4><5><6><7><8><9><10><11>');
    expect(await countParts(schema.sql(), run)).toBe(12);
  });

  it('knows its parts by content', async () => {
    const run = await putRun(schema.sql());
    await store(run, 'een');
    const find = (index: number, part: string) => findPart(schema.sql(), run, index, Buffer.from(part));
    expect(await Promise.all([find(0, 'een'), find(0, 'twee'), find(0, ''), find(1, 'een')])).toEqual(['same', 'different', 'different', 'absent']);
  });

  it('is not read on when the service stops', async () => {
    const run = await putRun(schema.sql());
    await store(run, 'een', 'twee');
    const stop = new AbortController();
    const parts = readFile(schema.sql(), run, stop.signal);
    expect((await parts.next()).value?.toString()).toBe('een');
    stop.abort(new Error('stop'));
    await expect(parts.next()).rejects.toThrow('stop');
  });

  it('is forgotten alone', async () => {
    const [run, other] = [await putRun(schema.sql()), await putRun(schema.sql(), { sourceId: 'lrk' })];
    await store(run, 'een');
    await store(other, 'ander');
    await dropFile(schema.sql(), run);
    expect([await text(run), await text(other)]).toEqual(['', 'ander']);
  });
});

describe('N36 old files', () => {
  const withFile = async (name: string, run: Parameters<typeof putRun>[1]) => {
    const id = await putRun(schema.sql(), run);
    await store(id, name);
    return id;
  };

  it('go when a later run completed; the file in force and those of later runs stay', async () => {
    const runs = [
      await withFile('eerste', { state: 'COMPLETED' }),
      await withFile('geweigerd', { state: 'REFUSED' }),
      await withFile('in kracht', { state: 'COMPLETED' }),
      await withFile('daarna geweigerd', { state: 'REFUSED' }),
      await withFile('bezig', { state: 'RUNNING', phase: 'FETCHING' }),
    ];
    const other = await withFile('ander', { sourceId: 'lrk', state: 'COMPLETED' });
    await dropOldFiles(schema.sql(), 'duo-po');
    expect(await Promise.all([...runs, other].map(text))).toEqual(['', '', 'in kracht', 'daarna geweigerd', 'bezig', 'ander']);
  });

  it('stay while no run completed', async () => {
    const run = await withFile('geweigerd', { state: 'REFUSED' });
    await dropOldFiles(schema.sql(), 'duo-po');
    expect(await text(run)).toBe('geweigerd');
  });
});
