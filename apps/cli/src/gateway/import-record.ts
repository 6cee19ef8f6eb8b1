import { z } from 'zod';

export const recordsPath = '/v1/organisatieimporten';
export const recordPath = (id: string): string => `${recordsPath}/${encodeURIComponent(id)}`;
export const linkPath = (id: string): string => `${recordPath(id)}/koppeling`;

const text = z.string().nullish();

/** One line of the import management screen (R17), as `GET /v1/organisatieimporten` lists it. */
export const importRecordSchema = z.looseObject({
  id: z.string(),
  bron: text,
  bronId: z.string(),
  /** Organisation or product. */
  soort: text,
  gidsId: z.number().nullish(),
  naam: z.string(),
  plaats: text,
  importstatus: z.string(),
  statustoelichting: text,
  publicatieactie: z.string(),
  zichtbaar: z.boolean(),
  gekoppeldeGidsOrganisatieId: z.number().nullish(),
  importToelichting: text,
  nietMeerInBron: z.boolean().nullish(),
  /** Erased for good on a person's demand (N37). */
  afgeschermd: z.boolean().nullish(),
  /** What a change tells that it saw. */
  versie: z.number(),
  gewijzigdOp: text,
});
export type ImportRecord = z.infer<typeof importRecordSchema>;

const addressSchema = z.looseObject({
  straatnaam: z.string(),
  huisnummer: z.number().nullish(),
  huisletter: text,
  huisnummertoevoeging: text,
  postcode: text,
  woonplaats: z.string(),
});
export type Address = z.infer<typeof addressSchema>;

/** A line with its findings, duplicates and content, as `GET /v1/organisatieimporten/{id}` tells it. */
export const importRecordDetailSchema = importRecordSchema.extend({
  /** Why it is or is not visible, in one sentence (R99). */
  waarom: text,
  bevindingen: z.array(z.looseObject({ ernst: z.string(), veld: text, waarde: text, melding: z.string() })).nullish(),
  dubbelen: z
    .array(
      z.looseObject({
        gidsId: z.number(),
        naam: z.string(),
        plaats: text,
        zichtbaar: z.boolean(),
        klasse: text,
        telt: z.boolean().nullish(),
        oordeel: text,
        redenen: z.array(z.string()),
      }),
    )
    .nullish(),
  organisatie: z
    .looseObject({
      bezoekadres: addressSchema.nullish(),
      postadres: addressSchema.nullish(),
      telefoon: text,
      email: text,
      website: text,
    })
    .nullish(),
  laatsteRunId: text,
});
export type ImportRecordDetail = z.infer<typeof importRecordDetailSchema>;
