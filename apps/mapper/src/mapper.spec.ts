import { ConversionFailed, ImportCleanedUp, OrganisationMapped, RecordSuppressed, type Envelope } from '@gids/contracts';
import { packFrames } from '@gids/messaging';
import { sourceById, sources, type Source } from '@gids/sources';
import { v7 as uuidv7 } from 'uuid';
import { MapperUnderTest } from './testing/mapper-under-test.js';
import { directoryEvent, expectedRecords, fixtureRows, rowParsed } from './testing/source-rows.js';

let mapper: MapperUnderTest;
const run = (number: number) => ({ id: uuidv7(), number });

beforeAll(async () => {
  mapper = await MapperUnderTest.create();
  await mapper.start();
});
afterAll(() => mapper.close());
afterEach(() => mapper.rows("DELETE FROM message WHERE queue NOT LIKE 'mapper.%'"));

const rowsOf = (source: Source, of: { id: string; number: number }): Envelope[] =>
  fixtureRows(source).map((row) => rowParsed({ ...row, sourceId: source.id, importId: source.importId }, of));

describe.each(sources.map((source) => [source.id, source] as const))('the rows of %s', (sourceId, source) => {
  it('R5 go through, each as what its source makes of it, under their run', async () => {
    const [of, expected] = [run(1), expectedRecords(source)];
    const events = rowsOf(source, of);
    await mapper.handle(...events);
    const [mapped, failed] = [await mapper.told(OrganisationMapped), await mapper.told(ConversionFailed)];
    const told = Object.fromEntries([...mapped, ...failed].map(({ data }) => [data.recordId, data]));
    const { importId } = source;
    const asExpected = Object.entries(expected).map(([recordId, record]) => {
      const { organisation, issues } = record;
      return [recordId, { importId, sourceId, recordId, ...(organisation ? record : { issues }) }];
    });
    expect(told).toEqual(Object.fromEntries(asExpected));
    for (const event of [...mapped, ...failed]) {
      const cause = events.find(({ subject }) => subject === event.subject);
      expect(event).toMatchObject({ subject: event.data.recordId, runid: of.id, runsequence: 1, correlationid: of.id, causationid: cause?.id });
    }
  });

  it('leave their findings, and only theirs', async () => {
    await mapper.handle(...rowsOf(source, run(2)));
    const findings = Object.entries(expectedRecords(source))
      .map(([id, { issues, products = [] }]) => [id, [...issues, ...products.flatMap((product) => product.issues)]] as const)
      .filter(([, issues]) => issues.length > 0);
    expect(await mapper.rows('SELECT record_id, run_sequence, issues FROM conversion_issues WHERE source_id = $1 ORDER BY record_id', [sourceId])).toEqual(
      findings.map(([id, issues]) => ({ record_id: id, run_sequence: 2, issues })).toSorted((a, b) => (a.record_id < b.record_id ? -1 : 1)),
    );
  });
});

describe('a row of a source that nobody knows', () => {
  it('R5 is set aside with the reason, and its neighbours go on', async () => {
    const of = run(1);
    const source = sourceById('duo-po')!;
    const events = rowsOf(source, of);
    const stranger = rowParsed({ recordId: 'X1', fields: {}, sourceId: 'onbekend', importId: 'duo' }, of);
    await mapper.handle(...events.slice(0, 5), stranger, ...events.slice(5));
    const told = [...(await mapper.told(OrganisationMapped)), ...(await mapper.told(ConversionFailed))];
    expect(told.map(({ subject }) => subject).toSorted()).toEqual(events.map(({ subject }) => subject).toSorted());
    expect(await mapper.rows('SELECT subject, reason, run_id, error FROM dead_letter')).toEqual([
      { subject: 'X1', reason: 'failed', run_id: of.id, error: 'Error: Source onbekend is not in the registry of @gids/sources' },
    ]);
  });
});

describe('the findings of a record', () => {
  const good = fixtureRows(sourceById('duo-po')!)[0]!;
  const bad = { ...good.fields, DENOMINATIE: 'Nooit vertoond' };
  let recordId: string;
  beforeEach(() => (recordId = uuidv7()));

  const row = (number: number, fields: Record<string, string>): Envelope => rowParsed({ recordId, fields, sourceId: 'duo-po', importId: 'duo' }, run(number));
  const findings = async () => {
    const rows = await mapper.rows<{ run_sequence: number; issues: { value: string }[] }>('SELECT run_sequence, issues FROM conversion_issues WHERE record_id = $1', [recordId]);
    return rows.map(({ run_sequence: number, issues }) => ({ number, values: issues.map(({ value }) => value) }));
  };

  it('are none where there never were any', async () => {
    await mapper.handle(row(1, good.fields));
    expect(await findings()).toEqual([]);
  });

  it('R25 come, change and go with its runs', async () => {
    await mapper.handle(row(1, bad));
    expect(await findings()).toEqual([{ number: 1, values: ['Nooit vertoond'] }]);
    await mapper.handle(row(2, { ...bad, DENOMINATIE: 'Iets anders' }));
    expect(await findings()).toEqual([{ number: 2, values: ['Iets anders'] }]);
    await mapper.handle(row(3, good.fields));
    expect(await findings()).toEqual([{ number: 3, values: [] }]);
  });

  it('of an earlier run that arrives later change nothing, neither findings nor their absence', async () => {
    await mapper.handle(row(2, bad));
    await mapper.handle(row(1, good.fields));
    expect(await findings()).toEqual([{ number: 2, values: ['Nooit vertoond'] }]);
    await mapper.handle(row(4, good.fields));
    await mapper.handle(row(3, bad));
    expect(await findings()).toEqual([{ number: 4, values: [] }]);
  });

  it('are the last word of a frame that holds it twice', async () => {
    const of = run(1);
    const event = (fields: Record<string, string>) => rowParsed({ recordId, fields, sourceId: 'duo-po', importId: 'duo' }, of);
    await mapper.handle(event(good.fields), event(bad));
    expect(await findings()).toEqual([{ number: 1, values: ['Nooit vertoond'] }]);
  });

  it('are kept by two mappers at once without a deadlock', async () => {
    await mapper.start();
    const ids = Array.from({ length: 60 }, () => uuidv7());
    const frames = [1, 2, 3, 4, 5, 6].flatMap((number) => {
      const of = run(number);
      const order = number % 2 === 0 ? ids : ids.toReversed();
      return packFrames(order.map((id) => rowParsed({ recordId: id, fields: number === 6 ? good.fields : bad, sourceId: 'duo-po', importId: 'duo' }, of)));
    });
    await mapper.send(frames);
    expect(await mapper.rows('SELECT run_sequence, issues, count(*)::int FROM conversion_issues WHERE record_id = ANY($1) GROUP BY 1, 2', [ids])).toEqual([
      { run_sequence: 6, issues: [], count: 60 },
    ]);
    expect(await mapper.rows('SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()')).toEqual([{ deadlocks: 0 }]);
  });
});

describe('the findings of what is erased or cleaned up', () => {
  const bad = { ...fixtureRows(sourceById('duo-po')!)[0]!.fields, DENOMINATIE: 'Nooit vertoond' };
  const found = (recordId: string, sourceId: string, importId: string): Envelope => rowParsed({ recordId, fields: bad, sourceId, importId }, run(1));
  const left = async (...ids: string[]) => {
    const rows = await mapper.rows<{ record_id: string }>('SELECT record_id FROM conversion_issues WHERE record_id = ANY($1) ORDER BY record_id', [ids]);
    return rows.map(({ record_id }) => record_id);
  };

  it('N37 go with the record of a person that is erased, and no other', async () => {
    await mapper.handle(found('ERASED', 'duo-po', 'duo'), found('KEPT', 'duo-po', 'duo'), found('ERASED', 'duo-vo', 'duo'));
    await mapper.handle(directoryEvent(RecordSuppressed, { importId: 'duo', sourceId: 'duo-po', recordId: 'ERASED' }));
    expect(await left('ERASED', 'KEPT')).toEqual(['ERASED', 'KEPT']);
    expect(await mapper.rows("SELECT source_id FROM conversion_issues WHERE record_id = 'ERASED'")).toEqual([{ source_id: 'duo-vo' }]);
  });

  it('R97 go with all sources of an import that is cleaned up, and of no other', async () => {
    await mapper.handle(found('PO', 'duo-po', 'duo'), found('VO', 'duo-vo', 'duo'), found('LRK', 'lrk', 'lrk'));
    await mapper.handle(directoryEvent(ImportCleanedUp, { importId: 'duo', by: 'beheerder' }));
    expect(await left('PO', 'VO', 'LRK')).toEqual(['LRK']);
  });
});
