import { RequestRefused, type OrganisationContent, type ProductContent } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import { unknownOrganisation } from '../organisations/refusals.js';
import type { ProductOwner } from '../products/imported-product-owner.js';
import type { ImportRoot } from './import-root.js';

interface Stored {
  readonly gidsId: number;
  readonly sourceId: string;
  readonly contentHash: string;
}

export interface StoredOrganisation extends Stored {
  readonly type: 'ORGANISATION';
  readonly content: OrganisationContent;
}

export interface StoredProduct extends Stored {
  readonly type: 'PRODUCT';
  readonly content: ProductContent;
  readonly owner: ProductOwner;
}

/** What the script saved and now reports on, as it is stored. */
export type ProcessedContent = StoredOrganisation | StoredProduct;

interface FoundRow {
  type: ProcessedContent['type'];
  name: string;
  source_id: string | null;
  content: OrganisationContent | ProductContent;
  content_hash: string;
  below: boolean;
  owner_gids_id: string | null;
  owner_name: string | null;
}

/**
 * Finds what a G!DS-ID stands for, below the importorganisatie.
 * @throws RequestRefused where there is nothing (404), or it stands elsewhere: a script never touches what is managed (409, R13)
 */
export async function findProcessed(sql: Sql, gidsId: number, root: ImportRoot): Promise<ProcessedContent> {
  const [row] = await sql.all<FoundRow>(
    `SELECT 'ORGANISATION' AS type, o.name, o.source_id, o.content, o.content_hash, NULL::bigint AS owner_gids_id, NULL AS owner_name,
       o.management = 'IMPORTED' AND c.parent_gids_id IS NOT DISTINCT FROM $2 AS below
     FROM organisation o LEFT JOIN contract c USING (gids_id) WHERE o.gids_id = $1
     UNION ALL
     SELECT 'PRODUCT', p.name, p.source_id, p.content, p.content_hash, p.owner_gids_id, owner.name,
       p.management = 'IMPORTED' AND $2 IN (p.owner_gids_id, c.parent_gids_id)
     FROM product p LEFT JOIN organisation owner ON owner.gids_id = p.owner_gids_id LEFT JOIN contract c ON c.gids_id = p.owner_gids_id WHERE p.gids_id = $1`,
    [gidsId, root.gidsId],
  );
  if (!row) throw unknownOrganisation(gidsId);
  if (!row.below || row.source_id === null) throw elsewhere(gidsId, row.name);
  return contentOf(gidsId, row, row.source_id, root);
}

function contentOf(gidsId: number, row: FoundRow, sourceId: string, root: ImportRoot): ProcessedContent {
  const stored = { gidsId, sourceId, contentHash: row.content_hash };
  if (row.type === 'ORGANISATION') return { ...stored, type: row.type, content: row.content as OrganisationContent };
  const ownerGidsId = Number(row.owner_gids_id);
  const owner = { gidsId: ownerGidsId, name: row.owner_name ?? undefined, determined: ownerGidsId !== root.gidsId };
  return { ...stored, type: row.type, content: row.content as ProductContent, owner };
}

function elsewhere(gidsId: number, name: string): RequestRefused {
  const message = `G!DS ${gidsId} "${name}" staat niet onder deze importorganisatie. Een importscript verwerkt alleen wat het daar zelf heeft opgeslagen.`;
  return new RequestRefused({ kind: 'conflict', code: 'notBelowImport', message });
}
