import { z } from 'zod';
import { defineRequest } from '../define-request.js';

/** Asks the account manager of a managed organisation to delete it: the imported one is better (S2:77, R50, A17). */
export const RequestDeletion = defineRequest({
  name: 'RequestDeletion',
  summary: 'Ask to delete a managed organisation.',
  service: 'publisher',
  payload: z.object({
    importRecordId: z.int().positive(),
    /** The managed organisation: a duplicate of the record, or what it is linked to. */
    gidsId: z.int().positive(),
    reason: z.string().trim().min(1).max(2_000),
    by: z.string().min(1).max(200),
  }),
  reply: z.object({
    gidsId: z.int().positive(),
    importRecordId: z.int().positive(),
    /** Account name of who was asked. */
    accountManager: z.string(),
    requestedAt: z.iso.datetime(),
  }),
  example: { importRecordId: 1042, gidsId: 102938, reason: 'De import is vollediger.', by: 'k.smit' },
});
