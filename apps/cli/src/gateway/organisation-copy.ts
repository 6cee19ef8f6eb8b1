import { z } from 'zod';

export const copiesPath = '/v1/organisatiekopieen';

/** A copy of an organisation, as `POST /v1/organisatiekopieen` answers it. */
export const organisationCopySchema = z.looseObject({
  gidsId: z.number(),
  zichtbaar: z.boolean(),
  organisatie: z.looseObject({ naam: z.string() }),
  validatiefouten: z.array(z.looseObject({ melding: z.string() })),
});
export type OrganisationCopy = z.infer<typeof organisationCopySchema>;
