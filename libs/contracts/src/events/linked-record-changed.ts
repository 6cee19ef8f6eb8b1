import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { recordReferenceShape } from '../mapped-record.js';

/** What happened at the source to a record that is linked. */
export const linkedRecordChanges = ['CHANGED', 'VANISHED', 'RETURNED'] as const;

/**
 * The source of a linked import record changed (S2:55, R57, R75): a content field, or whether it is there at all. A
 * status, a visibility or a spelling that means the same is no change.
 */
export const LinkedRecordChanged = defineEvent({
  name: 'LinkedRecordChanged',
  context: 'directory',
  summary: 'The source of an imported organisation that is linked to a managed one changed.',
  producer: 'publisher',
  schema: z.object({
    ...recordReferenceShape,
    importRecordId: z.int().positive(),
    /** The imported organisation. */
    gidsId: z.int().positive(),
    name: z.string(),
    /** The managed organisation that it is linked to. */
    linkedOrganisationId: z.int().positive(),
    linkedName: z.string(),
    change: z.enum(linkedRecordChanges),
    /** Per field its Dutch label, and the values as they are shown; absent where there was or is none (R58). */
    fields: z.array(z.object({ label: z.string(), before: z.string().optional(), after: z.string().optional(), own: z.string().optional() })),
  }),
  example: {
    importId: 'duo',
    sourceId: 'duo-po',
    recordId: '16AH00',
    importRecordId: 1042,
    gidsId: 884213,
    name: 'De Regenboog',
    linkedOrganisationId: 102938,
    linkedName: 'OBS De Regenboog',
    change: 'CHANGED',
    fields: [{ label: 'Telefoon', before: '0591659840', after: '0591659841', own: '0591659840' }],
  },
});
