import type { ReplyOf, RequestDeletion } from '@gids/contracts';
import { z } from 'zod';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { idInPath, lines, moment } from './values.js';

export const deletionRequestSchema = named(
  'Verwijderverzoek',
  z
    .object({
      gidsId: z.int().positive().describe('G!DS-ID van de organisatie die zou moeten worden verwijderd.'),
      organisatieimportId: z.string(),
      accountmanager: z.string().describe('Aan wie het gevraagd is.'),
      gevraagdOp: moment('Wanneer het gevraagd is.'),
      _links: z.object({ organisatie: linkSchema, organisatieimport: linkSchema }),
    })
    .describe('Een verzoek aan de accountmanager; er is niets verwijderd.'),
);
export type ApiDeletionRequest = z.infer<typeof deletionRequestSchema>;

export const deletionRequestInputSchema = named(
  'VerwijderingVragen',
  z.strictObject({
    organisatieimportId: idInPath('Id van de organisatie-import die beter is: een dubbele van de organisatie, of eraan gekoppeld.'),
    reden: lines(2_000).refine((value) => value.trim() !== '', { error: 'Schrijf waarom.' }).describe('Waarom, voor de accountmanager.'),
  }),
);

/** @returns a request as the API tells it */
export function toDeletionRequest({ gidsId, importRecordId, accountManager, requestedAt }: ReplyOf<typeof RequestDeletion>, links: ApiLinks): ApiDeletionRequest {
  const organisatieimportId = String(importRecordId);
  return {
    gidsId,
    organisatieimportId,
    accountmanager: accountManager,
    gevraagdOp: requestedAt,
    _links: { organisatie: links.directoryOrganisation(gidsId), organisatieimport: links.importRecord(organisatieimportId) },
  };
}
