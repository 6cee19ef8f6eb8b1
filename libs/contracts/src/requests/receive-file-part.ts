import { z } from 'zod';
import { defineRequest } from '../define-request.js';

/** Largest part of a pushed file, in bytes before base64. */
export const filePartBytes = 256 * 1024;

/** One part of a pushed file; repeatable: the same part twice counts once. */
export const ReceiveFilePart = defineRequest({
  name: 'ReceiveFilePart',
  summary: 'Receive one part of the file of a planned run.',
  service: 'fetcher',
  payload: z.object({
    runId: z.uuid(),
    /** Counts from 0. */
    index: z.int().nonnegative(),
    /** Bytes in base64; empty is allowed for the last part. */
    content: z.string(),
    last: z.boolean(),
  }),
  reply: z.object({ receivedBytes: z.int().nonnegative() }),
  example: { runId: '019a9f3e-7a10-7cc3-98c4-dc0c0c07398f', index: 0, content: 'UFJPVklOQ0lF', last: true },
});
