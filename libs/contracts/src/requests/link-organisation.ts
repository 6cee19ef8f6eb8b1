import { z } from 'zod';
import { defineRequest } from '../define-request.js';
import { importRecordDetailSchema } from '../import-record-view.js';

/** KoppelAanG!DSOrganisatie (S2:110, R54, R90): only on action 3, only to a managed organisation; without a G!DS-ID the link ends. */
export const LinkOrganisation = defineRequest({
  name: 'LinkOrganisation',
  summary: 'Link a record to a managed organisation, or end the link.',
  service: 'publisher',
  payload: z.object({ id: z.int().positive(), version: z.int().positive(), gidsId: z.int().positive().optional(), by: z.string().min(1).max(200) }),
  reply: importRecordDetailSchema,
  example: { id: 1042, version: 3, gidsId: 102938, by: 'i.manager' },
});
