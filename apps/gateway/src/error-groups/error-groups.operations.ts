import { z } from 'zod';
import { exampleLinks, runExample } from '../api/examples.js';
import { linkSchema } from '../api/links.js';
import { named } from '../api/schema-registry.js';
import { termSchema } from '../api/terms.js';
import { defineOperation } from '../http/operation.js';

export const groupSeverityTerms = {
  error: { api: 'fout', label: 'Fout: de organisatie wordt niet getoond' },
  warning: { api: 'waarschuwing', label: 'Waarschuwing: de waarde is weggelaten' },
  rejected: { api: 'afgekeurd', label: 'Afgekeurd: de regel van het bestand is niet te lezen' },
} as const;

const groupSchema = named(
  'Foutgroep',
  z.object({
    code: z.string().describe('Vaste code van de oorzaak; ook het filter `foutcode` van de organisatie-importen.'),
    veld: z.string().describe('De kolom zoals de bron die noemt; leeg waar het om de hele regel gaat.'),
    ernst: named('Fouternst', termSchema(groupSeverityTerms, 'Wat de fout met het record doet.')),
    aantal: z.int().positive(),
    voorbeeld: z.object({
      bronId: z.string().nullable(),
      regel: z.int().positive().nullable().describe('Regel van het bestand, waar die bekend is.'),
      waarde: z.string(),
      melding: z.string(),
    }),
  }),
);

export const errorGroupsSchema = named('Foutgroepen', z.object({ _embedded: z.object({ item: z.array(groupSchema) }), _links: z.object({ self: linkSchema, run: linkSchema }) }));
export type ErrorGroups = z.infer<typeof errorGroupsSchema>;

export const listErrorGroups = defineOperation({
  id: 'lijstFoutgroepen',
  method: 'get',
  path: '/importruns/{id}/foutgroepen',
  tag: 'Importruns',
  summary: 'Toon de fouten van een run per oorzaak',
  description: 'De meeste eerst. Een record telt bij de laatste run die iets van dat record bracht.',
  input: { params: z.strictObject({ id: z.uuid().describe('Id van de run.') }) },
  success: {
    status: 200,
    description: 'De oorzaken, elk met een voorbeeld.',
    schema: errorGroupsSchema,
    example: {
      _embedded: {
        item: [
          {
            code: 'unusableValue',
            veld: 'TELEFOONNUMMER',
            ernst: 'waarschuwing',
            aantal: 12,
            voorbeeld: { bronId: '16AH00', regel: null, waarde: '12', melding: 'Telefoonnummer "12" is geen geldig telefoonnummer en is weggelaten.' },
          },
        ],
      },
      _links: { self: exampleLinks.errorGroups(runExample.id), run: exampleLinks.importRun(runExample.id) },
    } satisfies ErrorGroups,
  },
  problems: [404],
});
