import type { Actor, ImportRecordFilter } from '@gids/contracts';
import { containing } from '../queries/containing.js';
import { Where } from '../queries/where.js';
import { isJudged, whyUndecided } from '../review/undecided.js';
import { searchPattern } from './search-pattern.js';

const found = `(r.name_folded LIKE ? ESCAPE '!' OR lower(r.record_id) LIKE ? ESCAPE '!' OR r.gids_id::text LIKE ? ESCAPE '!'
  OR r.gids_id IN (SELECT o.gids_id FROM organisation o WHERE o.town_folded LIKE ? ESCAPE '!'))`;

/** Asked once and hashed, because of IS TRUE: as a join it would be asked again for every record (R81, R86). */
const judgedOnes = `SELECT r.id FROM review_item i JOIN import_record r ON r.id = i.record_id ${whyUndecided} WHERE ${isJudged} = ?`;

const anyGround = 'EXISTS (SELECT FROM jsonb_to_recordset(r.duplicates) AS d (counts boolean, "matchedOn" jsonb) WHERE d.counts AND jsonb_exists_any(d."matchedOn", ?::text[]))';
const anyIssue = 'EXISTS (SELECT FROM jsonb_to_recordset(r.issues) AS e (code text) WHERE e.code = ANY(?::text[]))';

/**
 * Conditions on `import_record r` of what a filter means, for lists, counts, exports and bulk changes alike (R85, R86, R88).
 * @param actor sees the records of his imports only (R78); the house itself sees all
 */
export function recordConditions(filter: ImportRecordFilter, actor: Actor | undefined): Where {
  const where = new Where().add('r.import_id = ANY(?::text[])', actor?.importRights);
  addNames(where, filter);
  addStates(where, filter);
  return addFindings(where, filter);
}

function addNames(where: Where, filter: ImportRecordFilter): void {
  where
    .add('r.id = ANY(?::bigint[])', filter.ids)
    .add('r.import_id = ?', filter.importId)
    .add('r.source_id = ?', filter.sourceId)
    .add('r.record_id = ?', filter.recordId)
    .add('r.record_id = ANY(?::text[])', filter.recordIds)
    .add('r.gids_id = ?', filter.gidsId)
    .add('r.gids_id = ANY(?::bigint[])', filter.gidsIds)
    .add("r.name_folded LIKE ? ESCAPE '!'", filter.name === undefined ? undefined : containing(filter.name))
    .add(found, filter.search === undefined ? undefined : searchPattern(filter.search))
    .add('r.last_run_id = ?', filter.runId)
    .add('r.changed_at >= ?', filter.changedFrom);
}

function addStates(where: Where, filter: ImportRecordFilter): void {
  where
    .add('r.type = ANY(?::text[])', filter.types)
    .add('r.status = ANY(?::text[])', filter.statuses)
    .add('r.publication_action = ANY(?::text[])', filter.publicationActions)
    .add('r.visible = ?', filter.visible)
    .add('(r.linked_organisation_id IS NOT NULL) = ?', filter.linked)
    .add('(r.note IS NOT NULL) = ?', filter.noted)
    .add('r.missing_at_source = ?', filter.missingAtSource);
}

function addFindings(where: Where, filter: ImportRecordFilter): Where {
  return where
    .add(`r.duplicates <> '[]' AND ${anyGround}`, filter.matchGrounds)
    .add(`r.issues <> '[]' AND ${anyIssue}`, filter.issueCodes)
    .add(`(r.id IN (${judgedOnes})) IS TRUE`, filter.judgement && filter.judgement === 'JUDGED');
}
