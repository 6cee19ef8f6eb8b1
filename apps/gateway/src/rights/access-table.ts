import type { Route } from '../openapi/routes.js';
import type { Caller } from '../sign-in/caller.js';
import type { Group } from './access.js';

type Lines = Readonly<Record<string, readonly Group[]>>;

/** Who may ask for which operation, checked against the operations that there are. */
export class AccessTable {
  /** @throws Error that names every operation without a line, and every disagreement on what is open: the gateway then does not start */
  constructor(
    private readonly lines: Lines,
    routes: readonly Route[],
  ) {
    const faults = routes.flatMap((route) => faultOf(lines[route.operation.id], route));
    if (faults.length > 0) throw new Error(`The table in rights/access.ts is not right:\n${faults.join('\n')}`);
  }

  /** @returns whether a caller, or a stranger, is in one of the groups of an operation; false for one that is unknown */
  mayAsk(operationId: string, caller: Caller | undefined): boolean {
    const groups = groupsOf(caller);
    return this.groupsFor(operationId).some((group) => groups.has(group));
  }

  /** @returns the groups that may ask for an operation; none for one that is unknown */
  groupsFor(operationId: string): readonly Group[] {
    return this.lines[operationId] ?? [];
  }
}

/** @returns the groups that a caller is in */
export function groupsOf(caller: Caller | undefined): ReadonlySet<Group> {
  if (!caller) return new Set(['iedereen']);
  if (caller.kind === 'key') return new Set(['iedereen', 'importscript']);
  const groups = new Set<Group>(['iedereen', 'aangemeld']);
  if (caller.importRights.length > 0) groups.add('importbeheerder');
  if (caller.systemAdministrator) groups.add('systeembeheerder');
  return groups;
}

function faultOf(groups: readonly Group[] | undefined, { operation: { id }, isPublic }: Route): string[] {
  if (!groups || groups.length === 0) return [`${id}: there is no line for this operation`];
  if (groups.includes('iedereen') !== isPublic) return [`${id}: only one of @Public() and its line says that it is open to everybody`];
  return [];
}
