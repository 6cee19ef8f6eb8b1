import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';

/** @returns the id of a new run: always the same for one key and source, so that a repeat means the same run */
export function runIdFor(sourceId: string, idempotencyKey: string | undefined): string {
  return idempotencyKey === undefined ? uuidv7() : uuidv5(sourceId, idempotencyKey);
}
