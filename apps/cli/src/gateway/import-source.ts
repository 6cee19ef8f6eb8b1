import { z } from 'zod';
import { runSchema } from './run.js';

/** A source with its last run, as `GET /v1/importbronnen/{id}` tells it. */
export const importSourceSchema = z.looseObject({
  id: z.string(),
  import: z.string().nullish(),
  titel: z.string(),
  url: z.string().nullish(),
  intervalDagen: z.number().nullish(),
  bronvermelding: z.string().nullish(),
  licentie: z.string().nullish(),
  aantalRecords: z.number(),
  laatsteRun: runSchema.nullish(),
});
export type ImportSource = z.infer<typeof importSourceSchema>;

export const sourcesPath = '/v1/importbronnen';
export const sourcePath = (id: string): string => `${sourcesPath}/${encodeURIComponent(id)}`;

/** All sources at once: there are few. */
export const importSourcesSchema = z.looseObject({ _embedded: z.looseObject({ item: z.array(importSourceSchema) }) });
