import { z } from 'zod';

/** Whether a person acts, or a program with the importrecht (R78). */
export const actorKinds = ['PERSON', 'SCRIPT'] as const;

/**
 * Who asks, as the gateway found out; it travels with every request. The service that owns an object checks the rights
 * on that object, in its own query (R78, RELIABILITY e2). A request without an actor is of the house itself.
 */
export const actorSchema = z.object({
  /** Name of the account or of the API key. */
  name: z.string().min(1).max(200),
  kind: z.enum(actorKinds),
  systemAdministrator: z.boolean(),
  /** Imports of which the actor has the importrecht. */
  importRights: z.array(z.string()),
});
export type Actor = z.infer<typeof actorSchema>;

/** @returns whether somebody may act on the records of an import; the house itself always may */
export function hasImportRight(actor: Actor | undefined, importId: string): boolean {
  return actor === undefined || actor.importRights.includes(importId);
}
