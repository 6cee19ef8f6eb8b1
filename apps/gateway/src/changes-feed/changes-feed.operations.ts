import { z } from 'zod';
import { linkSchema } from '../api/links.js';
import { organisationSchema } from '../api/organisation.js';
import { named } from '../api/schema-registry.js';
import { digits, moment } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

const changeSchema = named(
  'Organisatiewijziging',
  z
    .object({
      gidsId: z.int().positive().describe('G!DS-ID.'),
      soort: z.enum(['zichtbaar', 'verdwenen']).describe('`zichtbaar`: nieuw of gewijzigd, met alle gegevens. `verdwenen`: niet meer zichtbaar; verwijder uw kopie.'),
      gewijzigdOp: moment('Wanneer dit gebeurde.'),
      organisatie: organisationSchema.nullable(),
    })
    .describe('Een organisatie die gewijzigd is, zoals zij nu is.'),
);

export const changesSchema = named(
  'Organisatiewijzigingen',
  z.object({
    volgende: z.string().describe('Plaats in de wijzigingen waar u de volgende keer verdergaat.'),
    _embedded: z.object({ item: z.array(changeSchema) }),
    _links: z.object({ self: linkSchema, next: linkSchema.optional() }),
  }),
);
export type Changes = z.infer<typeof changesSchema>;

export const listChanges = defineOperation({
  id: 'lijstWijzigingen',
  method: 'get',
  path: '/organisaties/_wijzigingen',
  tag: 'Organisaties',
  summary: 'Toon wat er aan zichtbare organisaties gewijzigd is',
  description: [
    'Open data: zonder aanmelden te lezen. Begin zonder `vanaf`: dan komt alles. Volg `_links.next` zolang die er is, bewaar `volgende`, en vraag daarmee later wat er sindsdien gewijzigd is.',
    'Van elke organisatie komt alleen de laatste stand, in de volgorde waarin de wijzigingen vastlagen; er gaat niets tussendoor verloren.',
  ].join('\n'),
  input: {
    query: z.strictObject({
      vanaf: z.string().regex(/^[0-9]{1,19}-[0-9]{1,18}$/, { error: 'Geef de waarde van `volgende` uit een eerder antwoord.' }).describe('Waar u gebleven was.').optional(),
      pageSize: digits(1, 500).default(100).describe('Aantal per keer, ten hoogste 500.'),
    }),
  },
  success: { status: 200, description: 'De wijzigingen.', schema: changesSchema },
  openData: true,
});
