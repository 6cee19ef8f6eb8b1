import { z } from 'zod';
import { defineEvent } from '../define-event.js';
import { recordReferenceShape } from '../mapped-record.js';

/** What an import manager must know of a single record (REQUIREMENTS §6 M5, A30). */
export const recordSignals = ['LINK_TARGET_DELETED', 'LINK_TARGET_HIDDEN', 'MATCH_LOST'] as const;

/** The organisation that a record is linked to was deleted or hidden, or a duplicate lapsed while both are visible. */
export const RecordSignalled = defineEvent({
  name: 'RecordSignalled',
  context: 'directory',
  summary: 'Something happened to an import record that its managers must look at.',
  producer: 'publisher',
  schema: z.object({
    ...recordReferenceShape,
    importRecordId: z.int().positive(),
    name: z.string(),
    signal: z.enum(recordSignals),
    /** The managed organisation that it is about. */
    organisationId: z.int().positive(),
    /** One Dutch sentence: what happened, and what it means. */
    sentence: z.string(),
  }),
  example: {
    importId: 'duo',
    sourceId: 'duo-po',
    recordId: '16AH00',
    importRecordId: 1042,
    name: 'De Regenboog',
    signal: 'LINK_TARGET_DELETED',
    organisationId: 102938,
    sentence: 'G!DS 102938 OBS De Regenboog is verwijderd; de koppeling is vervallen.',
  },
});
