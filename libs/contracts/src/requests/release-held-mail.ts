import { z } from 'zod';
import { defineRequest } from '../define-request.js';

/** A systeembeheerder lets go the mail that was held because there was too much of it at once (RELIABILITY D 60). */
export const ReleaseHeldMail = defineRequest({
  name: 'ReleaseHeldMail',
  summary: 'Release the mail that was held because there was too much of it.',
  service: 'notifier',
  payload: z.object({ by: z.string().min(1).max(200) }),
  reply: z.object({ released: z.int().nonnegative() }),
  example: { by: 'beheerder' },
});
