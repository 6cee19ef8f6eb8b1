import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RowParsed, type DataOf, type Envelope, type EventDefinition } from '@gids/contracts';
import { keyOf, resolveHeader, rowToFields, type MappedRecord, type Source, type SourceFields } from '@gids/sources';
import { parse } from 'csv-parse/sync';
import { v7 as uuidv7 } from 'uuid';

const sourceFolder = (source: Pick<Source, 'id'>) => join(import.meta.dirname, '../../../../libs/sources/src', source.id);

/** A row of a source's fixture, as the fetcher would send it. */
export interface FixtureRow {
  readonly recordId: string;
  readonly fields: SourceFields;
}

/** The rows of a source's fixture. */
export function fixtureRows(source: Source): FixtureRow[] {
  const bytes = readFileSync(join(sourceFolder(source), 'fixture.csv'));
  const text = decode(bytes);
  const delimiter = text.slice(0, text.indexOf('\n')).includes(';') ? ';' : ',';
  const [header = [], ...rows] = parse(text, { delimiter }) as string[][];
  const toFields = rowToFields(source, resolveHeader(source.columns, header));
  return rows.map(toFields).map((fields) => ({ recordId: keyOf(source, fields) ?? '', fields }));
}

/** What each row of the fixture must become, by bronID, as the source's folder says. */
export function expectedRecords(source: Pick<Source, 'id'>): Record<string, MappedRecord> {
  const text = readFileSync(join(sourceFolder(source), 'expected.json'), 'utf8');
  return (JSON.parse(text) as { records: Record<string, MappedRecord> }).records;
}

/** The event of a row. */
export function rowParsed(row: FixtureRow & { importId: string; sourceId: string }, run: { id: string; number: number }): Envelope {
  return { ...envelope(RowParsed, { ...row, line: 2, change: 'added' }), subject: row.recordId, runid: run.id, runsequence: run.number, correlationid: run.id };
}

/** An event of the directory, which belongs to no run. */
export function directoryEvent<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>): Envelope {
  return { ...envelope(definition, data), correlationid: uuidv7() };
}

function envelope<Definition extends EventDefinition>(definition: Definition, data: DataOf<Definition>): Omit<Envelope, 'correlationid'> {
  const { type } = definition;
  return { specversion: '1.0', id: uuidv7(), source: 'urn:nld:gids:test', type, time: '2026-08-04T06:00:05.000Z', datacontenttype: 'application/json', data };
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
