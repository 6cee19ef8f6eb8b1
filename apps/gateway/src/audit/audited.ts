import { isExport } from '../exports/is-export.js';
import type { DoorRequest } from '../http/door-request.js';
import type { Operation } from '../http/operation.js';

/** Questions that take their filter in a body. */
const questionsByPost: ReadonlySet<string> = new Set(['zoekOrganisatieimporten']);

/** What signs somebody in, although it is only gone to. */
const signIns: ReadonlySet<string> = new Set(['voltooiOidcAanmelding']);

/** By which a page finds out that somebody has to sign in; that the answer is no is nothing to keep. */
const unremarkable: ReadonlySet<string> = new Set(['toonSessie']);

/** @returns whether every request for this operation is kept: what changes something, signs somebody in or carries data out (e27) */
export function isAudited({ id, method }: Operation, request: DoorRequest): boolean {
  const changes = method !== 'get' && !questionsByPost.has(id);
  return changes || signIns.has(id) || isExport(id, request.headers);
}

/** @returns whether a refusal is kept, of what is not kept otherwise */
export function isRemarkable({ id }: Operation, status: number): boolean {
  return (status === 401 || status === 403) && !unremarkable.has(id);
}
