/** A signal of one record, in a condition on `r`. */
const signals = (reason: string) => `FROM review_signal s WHERE s.record_id = r.id AND s.reason = '${reason}'`;

/** What people reported of a record and was not judged in a round that is over, in a condition on `r` (R77). */
const reports = 'FROM duplicate_report p WHERE p.record_id = r.id AND NOT p.settled';

/** The duplicates of a record that count under the policy of its import, as rows `d`. */
const counting = `FROM jsonb_to_recordset(r.duplicates) AS d ("gidsId" bigint, visible boolean, counts boolean, class text) WHERE d.counts`;

/** Those that hold it back: `blockingDuplicates` over all rows. */
const blocking = `${counting} AND d.visible AND d."gidsId" IS DISTINCT FROM r.linked_organisation_id`;

const linkTargetVisible = 'EXISTS (SELECT FROM organisation o WHERE o.gids_id = r.linked_organisation_id AND o.visible)';

/** Matches that were lost while the managed organisation is as visible as the imported one, and that did not come back. */
const lostMatches = `FROM review_signal s JOIN organisation o USING (gids_id)
  WHERE s.record_id = r.id AND s.reason = 'MATCH_LOST' AND o.visible AND NOT EXISTS (SELECT ${counting} AND d."gidsId" = s.gids_id)`;

/** Action 3 stands for a twin that the public sees. Without one, linked or known as a duplicate, nothing is visible (R60, table 5.3 row 6). */
const nowhereVisible = `CASE WHEN r.linked_organisation_id IS NOT NULL THEN NOT ${linkTargetVisible}
  ELSE (EXISTS (SELECT ${signals('NOWHERE_VISIBLE')}) OR EXISTS (SELECT ${counting})) AND NOT EXISTS (SELECT ${counting} AND d.visible) END`;

/**
 * Why only a person can judge a record: the first that fits, so that a record is in the work list once (R81).
 * A report of a person is heard whatever the rules say. Certain duplicates are left to the rules (R44), and what a person decided by action 2 or 3 is decided. Of products that
 * vanish with their organisation nothing is to be judged.
 */
const reason = `CASE
  WHEN r.suppressed THEN NULL
  WHEN r.removed_at IS NULL AND EXISTS (SELECT ${reports}) THEN 'REPORTED'
  WHEN r.missing_at_source AND r.gids_id IS NOT NULL AND EXISTS (SELECT FROM renumbering g WHERE g.record_id = r.id) THEN 'RENUMBERED'
  WHEN r.missing_at_source THEN CASE WHEN r.removed_at IS NULL AND r.type = 'ORGANISATION' THEN 'VANISHED' END
  WHEN r.status IN ('CONVERSION_ERRORS', 'VALIDATION_ERRORS') THEN CASE WHEN r.publication_action <> 'DO_NOT_SHOW' THEN r.status END
  WHEN r.publication_action = 'DO_NOT_SHOW' THEN CASE WHEN ${nowhereVisible} THEN 'NOWHERE_VISIBLE' END
  WHEN r.publication_action <> 'SHOW_ON_SUCCESS' THEN NULL
  WHEN r.status = 'DUPLICATES_FOUND' THEN CASE WHEN EXISTS (SELECT ${blocking} AND d.class <> 'IDENTICAL') THEN 'POSSIBLE_DUPLICATE' END
  WHEN r.visible AND EXISTS (SELECT ${lostMatches}) THEN 'MATCH_LOST'
END`;

/** What stands behind a reason: as long as it is the same, a judgement holds (A33). */
const because = `CASE reason
  WHEN 'REPORTED' THEN (SELECT string_agg(p.id::text, ' ' ORDER BY p.id) ${reports})
  WHEN 'RENUMBERED' THEN (SELECT concat_ws(' ', r.missing_since, g.successor) FROM renumbering g WHERE g.record_id = r.id)
  WHEN 'VANISHED' THEN r.missing_since::text
  WHEN 'POSSIBLE_DUPLICATE' THEN (SELECT string_agg(d."gidsId"::text, ' ' ORDER BY d."gidsId") ${blocking})
  WHEN 'NOWHERE_VISIBLE' THEN concat_ws(' ', r.linked_organisation_id, (SELECT string_agg(s.gids_id::text, ' ' ORDER BY s.gids_id) ${signals('NOWHERE_VISIBLE')}),
    (SELECT string_agg(d."gidsId"::text, ' ' ORDER BY d."gidsId") ${counting}))
  WHEN 'MATCH_LOST' THEN (SELECT string_agg(s.gids_id::text, ' ' ORDER BY s.gids_id) ${lostMatches})
  ELSE (SELECT string_agg(concat_ws(' ', e.code, e.field, e.value), '|' ORDER BY e.code, e.field, e.value)
        FROM jsonb_to_recordset(r.issues) AS e (severity text, code text, field text, value text) WHERE e.severity = 'error')
END`;

/** Joins to `import_record r` as `why` its reason and the fingerprint of that; a record that the rules judge has none and drops out. */
export const whyUndecided = `CROSS JOIN LATERAL (
  SELECT reason, md5(concat_ws(' ', reason, ${because})) AS fingerprint FROM (SELECT ${reason} AS reason) AS first WHERE reason IS NOT NULL) AS why`;

/** Whether `review_item i` is judged for the reason that its record has now (A33). */
export const isJudged = '(i.judged_at IS NOT NULL AND i.fingerprint = why.fingerprint)';
