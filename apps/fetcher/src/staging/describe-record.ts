import { hash } from 'node:crypto';
import type { OrganisationContent } from '@gids/contracts';
import { addressKey, nameKey } from '@gids/normalisation';
import type { MappedRecord, Source, SourceFields } from '@gids/sources';
import { validateOrganisation } from '@gids/validation';

/** What is kept of a record to say in people's words what a run would do with it. */
export interface RecordDescription {
  /** Absent where there is none, or where the source withholds it. */
  readonly name?: string | undefined;
  /** Equal for records of one kind, name and address; absent where one of these is. */
  readonly matchHash?: string | undefined;
  /** Nothing in its own data stands in the way of showing it; a duplicate or an editor's decision still may. */
  readonly showable: boolean;
}

/** Describes a record by what its mapping makes of it (R8). Of what the source withholds, such as a childminder, nothing is told (N34). */
export function describeRecord(source: Source, fields: SourceFields): RecordDescription {
  const mapped = source.map(fields);
  const { organisation, makeVisible } = mapped;
  if (!organisation || !makeVisible) return { showable: false };
  return { name: organisation.name, matchHash: matchHashOf(organisation), showable: isSound(mapped, organisation) };
}

function isSound({ issues }: MappedRecord, organisation: OrganisationContent): boolean {
  return ![...issues, ...validateOrganisation(organisation)].some(({ severity }) => severity === 'error');
}

/** With the kind in it: of childcare, day care and after-school care have one name and address, and are never each other. */
function matchHashOf({ kind, name, visitAddress }: OrganisationContent): string | undefined {
  const [byName, byAddress] = [nameKey(name), visitAddress && addressKey(visitAddress)];
  return byName && byAddress && hash('sha256', JSON.stringify([kind, byName, byAddress]), 'base64url');
}
