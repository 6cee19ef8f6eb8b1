import type { FileCounts } from '@gids/contracts';
import { sqlOf } from '@gids/persistence';
import { resolveHeader, rowToFields, type Source } from '@gids/sources';
import { readFile } from '../files/file-store.js';
import type { FileFacts } from '../reading/file-facts.js';
import { inspectBytes } from '../reading/inspect-bytes.js';
import { readRows } from '../reading/read-rows.js';
import { checkRowTotals, checkWholeFile, type CsvLayout } from '../reading/whole-file-checks.js';
import { Differ } from '../staging/differ.js';
import { RecordReader } from '../staging/read-record.js';
import { dropStagedRows } from '../staging/staged-row.js';
import type { Phase } from './phase.js';
import { handOver, underClaim, updateRun } from './run-claim.js';
import type { RunRow } from './run-row.js';
import { findRunInForce } from './run-store.js';

const batchRows = 1_000;

/** What a file turned out to be. */
interface Verdict {
  readonly counts: FileCounts;
  /** Remarks that stop nothing. */
  readonly notes: readonly string[];
}

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
  await conclude(phase, facts, same ? sameAs(inForce) : await compare(phase, facts));
}

async function compare(phase: Phase, facts: FileFacts): Promise<Verdict> {
  const { run, source } = phase;
  const layout = checkWholeFile(facts, {
    judgeHeader: (header) => resolveHeader(source.columns, header).refusals,
    ...(run.declared_bytes !== null && { declaredBytes: Number(run.declared_bytes) }),
  });
  const header = resolveHeader(source.columns, layout.header);
  const reader = new RecordReader(source, rowToFields(source, header));
  return { counts: await stageFile(phase, layout, reader), notes: header.notes.map((note) => note.message) };
}

async function stageFile(phase: Phase, layout: CsvLayout, reader: RecordReader): Promise<FileCounts> {
  const { orm, run, source, stop } = phase;
  const differ = new Differ(run.id, source, run.full_run);
  for await (const batch of readRows(bytesOf(phase), layout, batchRows)) {
    stop.throwIfAborted();
    const rows = batch.map((row) => reader.read(row));
    await underClaim(orm, run, async (sql) => {
      await differ.take(sql, rows);
      await updateRun(sql, run, 'rows_read = $4', [differ.soFar.read]);
    });
  }
  checkRowTotals({ read: differ.soFar.read, bad: differ.badRows });
  return underClaim(orm, run, (sql) => differ.finish(sql));
}

/** Stores what the file turned out to be, and lets the run go on to sending it. */
async function conclude({ orm, run, source }: Phase, facts: FileFacts, { counts, notes }: Verdict): Promise<void> {
  await underClaim(orm, run, async (sql) => {
    await updateRun(
      sql,
      run,
      `sha256 = $4, mapping_version = $5, bytes_read = $6, bytes_total = $6, rows_read = $7, file_counts = $8, notes = $9,
         to_send = (SELECT count(*) FROM staged_row WHERE run_id = $1)`,
      [facts.sha256, source.mappingVersion, facts.bytes, counts.read, JSON.stringify(counts), JSON.stringify(notes)],
    );
    await handOver(sql, run, 'APPLYING');
  });
}

function bytesOf({ orm, run, stop }: Phase): AsyncIterable<Uint8Array> {
  return readFile(sqlOf(orm.em.fork()), run.id, stop);
}

function isSameFile(inForce: RunRow, facts: FileFacts, source: Source): boolean {
  return inForce.sha256 === facts.sha256 && inForce.mapping_version === source.mappingVersion;
}

/** The rows that were rejected last time are the same ones again; they were reported then. */
function sameAs({ file_counts: before }: RunRow): Verdict {
  const { read = 0, rejected = 0 } = before ?? {};
  const counts = { read, added: 0, changed: 0, unchanged: read - rejected, vanished: 0, rejected };
  return { counts, notes: ['Hetzelfde bestand als de vorige keer: er is niets te doen.'] };
}
