import type { Issue } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { addHistory, type Occasion } from '../history/record-history.js';
import type { ProductOutcome } from './imported-product.js';
import type { OwnedOutcome } from './imported-products.js';
import { movedSentence, withOwnerFinding, type ProductOwner } from './imported-product-owner.js';

/**
 * The organisation that a product row names, of its own source before another of the same import. One that vanished
 * is no owner: the row of the product is still there (R69). The sources of an import are those that had a run: so the
 * records are found by their key.
 */
const named = (row: string) => `LATERAL (
  SELECT o.gids_id, o.name FROM import_record o JOIN organisation USING (gids_id)
  WHERE o.source_id IN (SELECT source_id FROM run WHERE import_id = root.import_id)
    AND o.record_id = ${row}.organisation_record_id AND o.type = 'ORGANISATION' AND NOT o.missing_at_source
  ORDER BY o.source_id = ${row}.source_id DESC, o.id LIMIT 1) named`;

interface OwnerRow {
  gids_id: string;
  name: string | null;
  determined: boolean;
  organisation_record_id: string | null;
}

const ownerColumns = 'coalesce(named.gids_id, root.gids_id) AS gids_id, named.name, named.gids_id IS NOT NULL AS determined, organisation_record_id';

interface MovedRow extends OwnerRow {
  id: string;
  product: string;
  issues: Issue[];
}

/** @returns product rows of one import with who each stands under (R68, R69). @throws where the import has no importorganisatie */
export async function withOwners(sql: Sql, importId: string, rows: readonly ProductOutcome[]): Promise<OwnedOutcome[]> {
  const found = await sql.all<OwnerRow>(
    `SELECT ${ownerColumns}
     FROM unnest($2::text[], $3::text[]) WITH ORDINALITY AS asked (source_id, organisation_record_id, place)
     JOIN import_root root ON root.import_id = $1 LEFT JOIN ${named('asked')} ON true ORDER BY place`,
    [importId, rows.map(({ sourceId }) => sourceId), rows.map(({ organisationRecordId }) => organisationRecordId ?? null)],
  );
  if (found.length !== rows.length) throw new Error(`${importId} has no importorganisatie`);
  return found.flatMap((owner, index) => rows.slice(index, index + 1).map((outcome) => ({ outcome, owner: ownerOf(owner) })));
}

/**
 * Moves the product rows of an import whose organisation came or went meanwhile, with their G!DS-ID (R69). At the end of
 * a run: then whatever order their frames had, both are there, and the last of two runs sees what the other brought.
 */
export async function settleOwners(sql: Sql, importId: string, occasion: Occasion): Promise<void> {
  const moved = await sql.all<MovedRow>(
    `SELECT r.id, r.issues, product.gids_id AS product, ${ownerColumns}
     FROM import_record r JOIN product USING (gids_id) JOIN import_root root USING (import_id) LEFT JOIN ${named('r')} ON true
     WHERE r.import_id = $1 AND r.type = 'PRODUCT' AND NOT r.rides_along AND NOT r.missing_at_source
       AND product.owner_gids_id <> coalesce(named.gids_id, root.gids_id)
     ORDER BY r.source_id, r.record_id FOR UPDATE OF r, product`,
    [importId],
  );
  if (moved.length === 0) return;
  await writeMoved(sql, moved, occasion.at);
  await addHistory(sql, occasion, new Map(moved.map((row) => [Number(row.id), [{ kind: 'CONTENT', sentence: movedSentence(ownerOf(row)) } as const]])));
}

async function writeMoved(sql: Sql, moved: readonly MovedRow[], at: Date): Promise<void> {
  const rows = moved.map((row) => ({ id: row.id, product: row.product, owner: row.gids_id, issues: withOwnerFinding(row.issues, ownerOf(row)) }));
  await sql.run(
    `WITH incoming AS (SELECT * FROM json_to_recordset($1::json) AS incoming (id bigint, product bigint, owner bigint, issues jsonb)),
       moved AS (UPDATE product SET owner_gids_id = owner, version = version + 1, changed_at = $2 FROM incoming WHERE gids_id = incoming.product)
     UPDATE import_record r SET issues = incoming.issues, version = version + 1, changed_at = $2 FROM incoming WHERE r.id = incoming.id`,
    [JSON.stringify(rows), at],
  );
}

function ownerOf({ gids_id, name, determined, organisation_record_id }: OwnerRow): ProductOwner {
  return { gidsId: Number(gids_id), name: name ?? undefined, determined, unknown: determined ? undefined : (organisation_record_id ?? undefined) };
}
