import type { Actor, CountImportRecords, ImportRecordFilter, PayloadOf, RecordFacet, ReplyOf } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { isJudged, whyUndecided } from '../review/undecided.js';
import { recordConditions } from './record-conditions.js';

interface Facet {
  /** The value of a record `r`; a record without one is not counted. */
  readonly value: string;
  /** Joined to `import_record r` where a record has several values, or none. */
  readonly join?: string;
  /** The condition that is left out when its own values are counted. */
  readonly condition: keyof ImportRecordFilter;
}

const truth = (expression: string) => `CASE WHEN ${expression} THEN 'true' ELSE 'false' END`;

const facets: Readonly<Record<RecordFacet, Facet>> = {
  IMPORT: { value: 'r.import_id', condition: 'importId' },
  SOURCE: { value: 'r.source_id', condition: 'sourceId' },
  TYPE: { value: 'r.type', condition: 'types' },
  STATUS: { value: 'r.status', condition: 'statuses' },
  PUBLICATION_ACTION: { value: 'r.publication_action', condition: 'publicationActions' },
  VISIBLE: { value: truth('r.visible'), condition: 'visible' },
  LINKED: { value: truth('r.linked_organisation_id IS NOT NULL'), condition: 'linked' },
  MISSING_AT_SOURCE: { value: truth('r.missing_at_source'), condition: 'missingAtSource' },
  MATCH_GROUND: {
    value: 'ground.value',
    join: `CROSS JOIN LATERAL (SELECT DISTINCT g.value FROM jsonb_to_recordset(r.duplicates) AS d (counts boolean, "matchedOn" jsonb),
      jsonb_array_elements_text(d."matchedOn") AS g (value) WHERE d.counts) AS ground`,
    condition: 'matchGrounds',
  },
  ISSUE_CODE: { value: 'issue.code', join: 'CROSS JOIN LATERAL (SELECT DISTINCT e.code FROM jsonb_to_recordset(r.issues) AS e (code text)) AS issue', condition: 'issueCodes' },
  JUDGEMENT: {
    value: `CASE WHEN ${isJudged} THEN 'JUDGED' ELSE 'OPEN' END`,
    join: `JOIN review_item i ON i.record_id = r.id ${whyUndecided}`,
    condition: 'judgement',
  },
};

/** Counts per value of each facet, among what the rest of the filter means (SCREENS §3.2). */
export async function countImportRecords(
  sql: Sql,
  { facets: asked, ...filter }: PayloadOf<typeof CountImportRecords>,
  actor: Actor | undefined,
): Promise<ReplyOf<typeof CountImportRecords>> {
  const where = recordConditions(filter, actor);
  const [count] = await sql.all<{ total: number }>(`SELECT count(*)::int AS total FROM import_record r ${where}`, where.parameters);
  const counted = [];
  for (const facet of new Set(asked)) counted.push({ facet, values: await countFacet(sql, facets[facet], filter, actor) });
  return { total: count?.total ?? 0, facets: counted };
}

async function countFacet(sql: Sql, { value, join = '', condition }: Facet, filter: ImportRecordFilter, actor: Actor | undefined) {
  const where = recordConditions({ ...filter, [condition]: undefined }, actor);
  return sql.all<{ value: string; count: number }>(
    `SELECT ${value} AS value, count(*)::int AS count FROM import_record r ${join} ${where} GROUP BY 1 ORDER BY 2 DESC, 1`,
    where.parameters,
  );
}
