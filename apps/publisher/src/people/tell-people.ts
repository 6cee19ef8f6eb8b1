import { OrganisationPeopleChanged } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';

interface PeopleRow {
  version: number;
  name: string;
  account_manager: string;
  editors: string[];
}

/** Tells who manages an organisation now; who is blocked is told of the person himself. */
export async function tellPeople({ sql, emit }: UnitOfWork, gidsId: number): Promise<void> {
  const [row] = await sql.all<PeopleRow>(
    `SELECT o.version, o.name, c.account_manager, ARRAY(
       SELECT DISTINCT account FROM organisation_role r WHERE r.gids_id = o.gids_id AND role IN ('EDITOR', 'EXTERNAL_EDITOR') ORDER BY account) AS editors
     FROM organisation o JOIN contract c USING (gids_id) WHERE o.gids_id = $1 AND o.management = 'MANAGED'`,
    [gidsId],
  );
  if (!row) throw new Error(`Organisation ${gidsId} is not managed by people`);
  const { version, name, account_manager: accountManager, editors } = row;
  emit(OrganisationPeopleChanged, { gidsId, version, name, accountManager, editors }, { subject: String(gidsId) });
}

/** Tells that nobody manages an organisation any more: it is gone. @param version the last one that it had */
export function tellNoPeople({ emit }: Pick<UnitOfWork, 'emit'>, { gidsId, name, version }: { gidsId: number; name: string; version: number }): void {
  emit(OrganisationPeopleChanged, { gidsId, version: version + 1, name, editors: [] }, { subject: String(gidsId) });
}
