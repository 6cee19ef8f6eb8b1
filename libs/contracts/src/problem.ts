import { z } from 'zod';

/**
 * Kinds of refusal that a service may answer a request with; `stale` is a version that is not the newest any more,
 * `forbidden` a right that the actor has not.
 */
export const problemKinds = ['notFound', 'invalid', 'conflict', 'stale', 'forbidden', 'unavailable', 'unexpected'] as const;

/** A refusal, in Dutch, as it goes back over the broker; the gateway makes problem+json of it (N4). */
export const problemSchema = z.object({
  kind: z.enum(problemKinds),
  code: z.string(),
  message: z.string(),
  /** Everything that is wrong with what was given, all together (N5). */
  errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Thrown by a service that refuses a request; anything else that is thrown becomes `unexpected`. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';

  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}
