import { OrganisationCopied, type DirectoryOrganisation } from '@gids/contracts';
import type { UnitOfWork } from '@gids/messaging';

/** How a copy came about. */
export interface Copying {
  readonly fromGidsId: number;
  readonly by: string;
  /** It transfers the management of an imported organisation (R62). */
  readonly transfer: boolean;
}

/** Tells the account manager of a copy that it is his now, and why it is not visible where it is not (R62-R64, M7). */
export async function tellCopied({ sql, emit }: Pick<UnitOfWork, 'sql' | 'emit'>, copy: DirectoryOrganisation, { fromGidsId, by, transfer }: Copying): Promise<void> {
  const { gidsId, organisation, contract, visible, findings } = copy;
  const [parent] = await sql.all<{ name: string }>('SELECT name FROM organisation WHERE gids_id = $1', [contract?.parentGidsId]);
  const errors = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  const { accountManager = '' } = contract ?? {};
  // Nobody is an editor of what was made just now.
  const data = { fromGidsId, gidsId, name: organisation.name, parentName: parent?.name ?? '', accountManager, editors: [], by, transfer, visible, errors };
  emit(OrganisationCopied, data, { subject: String(gidsId) });
}
