import type { Management, OrganisationContent } from '@gids/contracts';
import type { Sql } from '@gids/persistence';
import type { Asker } from '../people/may.js';
import { requireStanding, type Act } from '../people/rights.js';
import { columnsOf, contentColumns, contentColumnTypes } from './organisation-columns.js';
import { notManaged, staleVersion, unknownOrganisation } from './refusals.js';

/** An organisation as a command finds it. */
export interface StoredOrganisation {
  readonly gidsId: number;
  readonly management: Management;
  readonly name: string;
  readonly content: OrganisationContent;
  readonly visible: boolean;
  readonly version: number;
}

/** Which organisation a person means, and what he saw of it; no version where that does not matter. */
export interface ExpectedOrganisation {
  readonly gidsId: number;
  readonly version?: number;
}

/** What is written of a managed organisation. */
export interface ManagedState {
  readonly content: OrganisationContent;
  readonly visible: boolean;
}

/** Reads any organisation, imported or managed. @throws RequestRefused (404) where there is none */
export async function readOrganisation(sql: Sql, gidsId: number, lock: '' | 'FOR SHARE' | 'FOR UPDATE' = ''): Promise<StoredOrganisation> {
  const [row] = await sql.all<Omit<StoredOrganisation, 'gidsId'>>(
    `SELECT management, name, content, visible, version FROM organisation WHERE gids_id = $1 ${lock}`,
    [gidsId],
  );
  if (!row) throw unknownOrganisation(gidsId);
  return { gidsId, ...row };
}

/**
 * Locks the managed organisation that a command is about, until the transaction ends, for who may give that command.
 * @throws RequestRefused where it is unknown (404), belongs to an import (409, R10, R12), somebody may not do this with it
 *   (403), or it was changed meanwhile (412)
 */
export async function lockManaged(sql: Sql, { gidsId, version }: ExpectedOrganisation, asker: Asker, act: Act): Promise<StoredOrganisation> {
  const stored = await readOrganisation(sql, gidsId, 'FOR UPDATE');
  if (stored.management !== 'MANAGED') throw notManaged(stored);
  await requireStanding(sql, asker, stored, act);
  if (version !== undefined && stored.version !== version) throw staleVersion(`Organisatie ${gidsId}`, stored.version, version);
  return stored;
}

/** Writes a new managed organisation. @param copiedFrom G!DS-ID of the organisation that it is a copy of (R63) */
export async function insertManaged(sql: Sql, gidsId: number, state: ManagedState, by: string, now: Date, copiedFrom?: number): Promise<void> {
  await sql.run(
    `INSERT INTO organisation (gids_id, management, ${contentColumns}, visible, version, copied_from_gids_id, changed_by, created_at, changed_at)
     SELECT $2, 'MANAGED', ${contentColumns}, $3, 1, $4, $5, $6, $6 FROM json_to_record($1::json) AS entered (${contentColumnTypes})`,
    [JSON.stringify(columnsOf(state.content)), gidsId, state.visible, copiedFrom, by, now],
  );
}

/** Writes the next version of a managed organisation that is locked. */
export async function updateManaged(sql: Sql, gidsId: number, state: ManagedState, by: string, now: Date): Promise<void> {
  await sql.run(
    `UPDATE organisation SET (${contentColumns}) = (SELECT ${contentColumns} FROM json_to_record($2::json) AS entered (${contentColumnTypes})),
       visible = $3, version = version + 1, changed_by = $4, changed_at = $5
     WHERE gids_id = $1`,
    [gidsId, JSON.stringify(columnsOf(state.content)), state.visible, by, now],
  );
}

/** A new version without new content, for what changed around it: its contract or its control date. */
export async function nextVersion(sql: Sql, gidsId: number): Promise<void> {
  await sql.run('UPDATE organisation SET version = version + 1 WHERE gids_id = $1', [gidsId]);
}

/** Deletes a managed organisation that is locked; its contract and products go apart. */
export async function removeManaged(sql: Sql, gidsId: number): Promise<void> {
  await sql.run("DELETE FROM organisation WHERE gids_id = $1 AND management = 'MANAGED'", [gidsId]);
}
