import type { Envelope } from '@gids/contracts';

/** @returns the run that an event belongs to. @throws Error where it belongs to none: such an event is set aside */
export function runOf({ runid, type }: Envelope): string {
  if (runid === undefined) throw new Error(`An event ${type} without a run`);
  return runid;
}
