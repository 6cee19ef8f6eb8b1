import { sqlOf } from '@gids/persistence';
import { resolveHeader, rowToFields, type Source } from '@gids/sources';
import { readFile } from '../files/file-store.js';
import { FillCount } from '../judging/fill-rates.js';
import type { FileFacts } from '../reading/file-facts.js';
import { inspectBytes } from '../reading/inspect-bytes.js';
import { readRows } from '../reading/read-rows.js';
import { checkRowTotals, checkWholeFile, type CsvLayout } from '../reading/whole-file-checks.js';
import { Differ } from '../staging/differ.js';
import { RecordReader } from '../staging/read-record.js';
import { dropStagedRows } from '../staging/staged-row.js';
import { concludeCheck, type StagedFile } from './conclude-check.js';
import type { Phase } from './phase.js';
import { underClaim, updateRun } from './run-claim.js';
import type { RunRow } from './run-row.js';
import { findRunInForce } from './run-store.js';

const batchRows = 1_000;

/**
 * Judges a whole file and stages what differs from the last one; nothing has left when this throws.
 * It may be done again from the start: what a crashed attempt staged is dropped first.
 * @throws FileRefused where nothing of the file may be applied
 */
export async function checkFile(phase: Phase): Promise<void> {
  const { orm, run, source } = phase;
  await underClaim(orm, run, (sql) => dropStagedRows(sql, run.id));
  const facts = await inspectBytes(bytesOf(phase));
  const inForce = await findRunInForce(sqlOf(orm.em.fork()), source.id);
  const same = inForce && !run.full_run && isSameFile(inForce, facts, source);
  await concludeCheck(phase, facts, same ? { sameAs: inForce } : await compare(phase, facts));
}

async function compare(phase: Phase, facts: FileFacts): Promise<StagedFile> {
  const { run, source } = phase;
  const layout = checkWholeFile(facts, {
    judgeHeader: (header) => resolveHeader(source.columns, header).refusals,
    ...(run.declared_bytes !== null && { declaredBytes: Number(run.declared_bytes) }),
  });
  const header = resolveHeader(source.columns, layout.header);
  const reader = new RecordReader(source, rowToFields(source, header));
  return { ...(await stageFile(phase, layout, reader)), notes: header.notes.map((note) => note.message) };
}

async function stageFile(phase: Phase, layout: CsvLayout, reader: RecordReader): Promise<Omit<StagedFile, 'notes'>> {
  const { orm, run, source, stop } = phase;
  const differ = new Differ(run.id, source, run.full_run);
  const fill = new FillCount(source);
  for await (const batch of readRows(bytesOf(phase), layout, batchRows)) {
    stop.throwIfAborted();
    const rows = batch.map((row) => reader.read(row));
    for (const row of rows) if (row.kind === 'record') fill.add(row.fields);
    await underClaim(orm, run, async (sql) => {
      await differ.take(sql, rows);
      await updateRun(sql, run, 'rows_read = $4', [differ.readRows]);
    });
  }
  checkRowTotals({ read: differ.readRows, bad: differ.badRows });
  await underClaim(orm, run, (sql) => differ.finish(sql));
  return { rows: differ.readRows, badRows: differ.badRows, altered: differ.alteredRecords, fillRates: fill.rates };
}

function bytesOf({ orm, run, stop }: Phase): AsyncIterable<Uint8Array> {
  return readFile(sqlOf(orm.em.fork()), run.id, stop);
}

function isSameFile(inForce: RunRow, facts: FileFacts, source: Source): boolean {
  return inForce.sha256 === facts.sha256 && inForce.mapping_version === source.mappingVersion;
}
