import { z } from 'zod';
import { defineEvent } from '../define-event.js';

/** The imported organisation is the better one; the account manager is asked to delete the managed one (R50, M9). */
export const DeletionRequested = defineEvent({
  name: 'DeletionRequested',
  context: 'directory',
  summary: 'An import manager asks the account manager to delete a managed organisation.',
  producer: 'publisher',
  schema: z.object({
    gidsId: z.int().positive(),
    name: z.string(),
    accountManager: z.string(),
    importRecordId: z.int().positive(),
    importedName: z.string(),
    reason: z.string().max(2_000),
    by: z.string(),
  }),
  example: { gidsId: 102938, name: 'OBS De Regenboog', accountManager: 'm.devries', importRecordId: 1042, importedName: 'De Regenboog', reason: 'De import is vollediger.', by: 'k.smit' },
});
