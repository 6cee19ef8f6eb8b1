import { z } from 'zod';
import { organisationKindSchema, organisationSchema } from '../api/organisation.js';
import { pageQuery, pageSchema } from '../api/page.js';
import { named } from '../api/schema-registry.js';
import { commaList, digits, text } from '../api/values.js';
import { defineOperation } from '../http/operation.js';

/** Written with or without a space, in capitals or not. */
const postcode = z
  .string()
  .max(10)
  .transform((value) => value.replaceAll(' ', '').toUpperCase())
  .pipe(z.string().regex(/^[1-9][0-9]{3}[A-Z]{2}$/, { error: 'Geef een postcode, zoals 7822HG.' }));

export const listOrganisations = defineOperation({
  id: 'lijstOrganisaties',
  method: 'get',
  path: '/organisaties',
  tag: 'Organisaties',
  summary: 'Zoek zichtbare organisaties',
  description: 'Open data: zonder aanmelden te lezen. Vermeld de herkomst die bij elke organisatie staat.',
  input: {
    query: z.strictObject({
      naam: text(200).describe('Deel van de naam.').optional(),
      plaats: text(200).describe('Woonplaats van het bezoekadres.').optional(),
      postcode: postcode.describe('Postcode van het bezoekadres.').optional(),
      soort: commaList(organisationKindSchema).describe('Een of meer soorten.').optional(),
      ...pageQuery,
    }),
  },
  success: {
    status: 200,
    description: 'Eén pagina van de lijst.',
    schema: named('OrganisatiePagina', pageSchema(organisationSchema)),
  },
  openData: true,
});

export const showOrganisation = defineOperation({
  id: 'toonOrganisatie',
  method: 'get',
  path: '/organisaties/{gidsId}',
  tag: 'Organisaties',
  summary: 'Toon één zichtbare organisatie',
  description: 'Open data: zonder aanmelden te lezen. Een organisatie die niet zichtbaar is, bestaat hier niet.',
  input: { params: z.strictObject({ gidsId: digits(1, 2_147_483_647).describe('Het G!DS-ID.') }) },
  success: { status: 200, description: 'De organisatie.', schema: organisationSchema },
  problems: [404],
  openData: true,
});
