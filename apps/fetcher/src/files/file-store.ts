import type { Sql } from '@gids/persistence';

/** Adds a part of the file of a run. */
export async function savePart(sql: Sql, runId: string, index: number, content: Uint8Array): Promise<void> {
  await sql.run('INSERT INTO file_part (run_id, index, content) VALUES ($1, $2, $3)', [runId, index, content]);
}

/** @returns whether a part is there already, and with this content or another */
export async function findPart(sql: Sql, runId: string, index: number, content: Uint8Array): Promise<'absent' | 'same' | 'different'> {
  const [part] = await sql.all<{ same: boolean }>('SELECT content = $3 AS same FROM file_part WHERE run_id = $1 AND index = $2', [
    runId,
    index,
    content,
  ]);
  if (!part) return 'absent';
  return part.same ? 'same' : 'different';
}

export async function countParts(sql: Sql, runId: string): Promise<number> {
  const [row] = await sql.all<{ parts: number }>('SELECT count(*)::int AS parts FROM file_part WHERE run_id = $1', [runId]);
  return row?.parts ?? 0;
}

/** Forgets what was received of a file: a pull starts again from its first byte. */
export async function dropFile(sql: Sql, runId: string): Promise<void> {
  await sql.run('DELETE FROM file_part WHERE run_id = $1', [runId]);
}

/** Keeps, of a source, the file in force and those of later runs; what is older goes (N36). */
export async function dropOldFiles(sql: Sql, sourceId: string): Promise<void> {
  await sql.run(
    `DELETE FROM file_part USING run WHERE run.id = file_part.run_id AND run.source_id = $1
       AND run.number < (SELECT max(number) FROM run WHERE source_id = $1 AND state = 'COMPLETED')`,
    [sourceId],
  );
}

/** Reads the file of a run part by part; memory holds one part at a time. @param stop ends the reading, with its reason as the error */
export async function* readFile(sql: Sql, runId: string, stop: AbortSignal): AsyncGenerator<Uint8Array, void> {
  for (let index = 0; ; index += 1) {
    stop.throwIfAborted();
    const [part] = await sql.all<{ content: Buffer }>('SELECT content FROM file_part WHERE run_id = $1 AND index = $2', [runId, index]);
    if (!part) return;
    yield part.content;
  }
}
