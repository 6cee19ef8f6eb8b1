import { z } from 'zod';
import { matchGrounds } from './duplicate.js';
import { recordTypes } from './import-record-view.js';
import { importStatuses } from './vocabulary/import-status.js';
import { publicationActions } from './vocabulary/publication-action.js';

/** Whether a person has to judge a record in the controleronde, or did (R81). Of a record that the rules judge it is neither. */
export const judgementStates = ['OPEN', 'JUDGED'] as const;

/** What can be counted per value for a filter (SCREENS §3.2). */
export const recordFacets = [
  'IMPORT',
  'SOURCE',
  'TYPE',
  'STATUS',
  'PUBLICATION_ACTION',
  'VISIBLE',
  'LINKED',
  'MISSING_AT_SOURCE',
  'MATCH_GROUND',
  'ISSUE_CODE',
  'JUDGEMENT',
] as const;
export type RecordFacet = (typeof recordFacets)[number];

/** Most records that a filter can name one by one. */
export const mostNamedRecords = 10_000;

/** Which import records are meant (R85, R88): conditions combine with AND, values of one condition with OR. */
export const importRecordFilterShape = {
  ids: z.array(z.int().positive()).max(mostNamedRecords).optional(),
  importId: z.string().optional(),
  sourceId: z.string().optional(),
  recordId: z.string().optional(),
  recordIds: z.array(z.string()).max(1_000).optional(),
  gidsId: z.int().positive().optional(),
  gidsIds: z.array(z.int().positive()).max(1_000).optional(),
  types: z.array(z.enum(recordTypes)).optional(),
  statuses: z.array(z.enum(importStatuses)).optional(),
  publicationActions: z.array(z.enum(publicationActions)).optional(),
  /** Part of the name; case and accents do not count. */
  name: z.string().max(200).optional(),
  /** In name, bronID, G!DS-ID or town; `*` and `?` stand for any signs and any one, and then for the whole of it. */
  search: z.string().max(200).optional(),
  visible: z.boolean().optional(),
  linked: z.boolean().optional(),
  noted: z.boolean().optional(),
  missingAtSource: z.boolean().optional(),
  /** What a duplicate that counts agrees in. */
  matchGrounds: z.array(z.enum(matchGrounds)).optional(),
  issueCodes: z.array(z.string()).max(20).optional(),
  judgement: z.enum(judgementStates).optional(),
  /** The last run that brought something of it. */
  runId: z.uuid().optional(),
  changedFrom: z.iso.datetime().optional(),
};

export const importRecordFilterSchema = z.object(importRecordFilterShape);
export type ImportRecordFilter = z.infer<typeof importRecordFilterSchema>;
