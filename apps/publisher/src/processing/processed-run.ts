import { RequestRefused } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { KnownRun } from '../runs/run-progress.js';
import type { ProcessedContent } from './processed-content.js';

/** What a run is looked for by. */
export interface RunClues {
  readonly importId: string;
  readonly recordId: string;
  readonly runId?: string | undefined;
}

const columns = 'run_id AS "runId", import_id AS "importId", source_id AS "sourceId", number';

/**
 * The run on whose behalf a script reports: the one that it names, else the last of the source.
 * @throws RequestRefused where the run is not one of this import or source, or the source cannot be told (400), or never had a run (409)
 */
export async function findRun(sql: Sql, clues: RunClues, content: ProcessedContent | undefined): Promise<KnownRun> {
  if (clues.runId !== undefined) return namedRun(sql, { ...clues, runId: clues.runId }, content);
  const sourceId = content?.sourceId ?? (await onlySource(sql, clues));
  const [run] = await sql.all<KnownRun>(`SELECT ${columns} FROM run WHERE source_id = $1 AND import_id = $2 AND number IS NOT NULL ORDER BY number DESC LIMIT 1`, [sourceId, clues.importId]);
  if (!run) throw new RequestRefused({ kind: 'conflict', code: 'noRun', message: `Bron ${sourceId} heeft nog geen run gehad. Lever eerst een bestand aan.` });
  return run;
}

async function namedRun(sql: Sql, { importId, runId }: RunClues & { runId: string }, content: ProcessedContent | undefined): Promise<KnownRun> {
  const [run] = await sql.all<KnownRun>(`SELECT ${columns} FROM run WHERE run_id = $1 AND import_id = $2 AND source_id IS NOT NULL AND number IS NOT NULL`, [runId, importId]);
  if (!run) throw wrongRun(`Er is geen run ${runId} van deze import.`);
  if (content && content.sourceId !== run.sourceId) throw wrongRun(`Run ${runId} is van bron ${run.sourceId}, G!DS ${content.gidsId} komt van bron ${content.sourceId}.`);
  return run;
}

/** Nothing could be saved, so nothing tells the source but the bronID, or that there is only one. */
async function onlySource(sql: Sql, { importId, recordId }: RunClues): Promise<string> {
  const known = await sql.all<{ id: string }>('SELECT DISTINCT source_id AS id FROM import_record WHERE import_id = $1 AND record_id = $2', [importId, recordId]);
  const sources = known.length > 0 ? known : await sql.all<{ id: string }>('SELECT DISTINCT source_id AS id FROM run WHERE import_id = $1 AND source_id IS NOT NULL ORDER BY 1', [importId]);
  const [source, ...others] = sources;
  if (source && others.length === 0) return source.id;
  if (!source) throw new RequestRefused({ kind: 'conflict', code: 'noRun', message: 'Deze import heeft nog geen run gehad. Lever eerst een bestand aan.' });
  throw wrongRun(`Geef het RunID: de import heeft meer bronnen (${sources.map(({ id }) => id).join(', ')}) en niets zegt bij welke dit BronID hoort.`);
}

function wrongRun(message: string): RequestRefused {
  return new RequestRefused({ kind: 'invalid', code: 'invalidInput', message, errors: [{ field: 'runId', code: 'unknownRun', message }] });
}
