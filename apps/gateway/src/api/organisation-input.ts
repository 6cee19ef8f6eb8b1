import type { Address, OrganisationContent } from '@gids/contracts';
import { identifierSchemes } from '@gids/contracts';
import { z } from 'zod';
import { toAttributes } from './characteristics.js';
import { organisationKindSchema, weekdaySchema } from './organisation.js';
import { named } from './schema-registry.js';
import { codeOf, termTables } from './terms.js';
import { lines, text, timeOfDay } from './values.js';

const addressInputSchema = named(
  'AdresInvoer',
  z.strictObject({
    straatnaam: text(200),
    huisnummer: z.int().min(1).max(1_000_000).nullish(),
    huisletter: z.string().regex(/^[A-Z]$/, { error: 'Geef één hoofdletter.' }).nullish(),
    huisnummertoevoeging: text(20).nullish(),
    postcode: z.string().regex(/^[1-9][0-9]{3}[A-Z]{2}$/, { error: 'Geef een postcode zonder spatie, zoals 7822HG.' }).nullish(),
    woonplaats: text(200),
  }),
);

/** What a person enters of an organisation: the names of what is read; what is left out or `null` has no value. */
export const organisationInputSchema = named(
  'OrganisatiegegevensInvoer',
  z.strictObject({
    naam: text(500),
    soort: organisationKindSchema,
    bezoekadres: addressInputSchema.nullish(),
    postadres: addressInputSchema.nullish(),
    telefoon: z.string().regex(/^0[0-9]{9}$/, { error: 'Geef tien cijfers, zoals 0591659840.' }).nullish(),
    email: text(254).nullish(),
    website: text(500).nullish(),
    openingstijden: z
      .array(z.strictObject({ dag: weekdaySchema, van: timeOfDay('Openingstijd.'), tot: timeOfDay('Sluitingstijd.') }))
      .max(50)
      .default([]),
    omschrijving: lines(10_000).nullish(),
    identificaties: z.array(z.strictObject({ stelsel: z.enum(identifierSchemes), nummer: text(40) })).max(50).default([]),
    kenmerken: z.record(text(60), text(500)).default({}),
  }),
);
type OrganisationInput = z.infer<typeof organisationInputSchema>;

/** @returns what a person entered, as the publisher takes it */
export function toOrganisationContent(input: OrganisationInput): OrganisationContent {
  return {
    kind: codeOf(termTables.organisationKind, input.soort),
    name: input.naam,
    visitAddress: toAddress(input.bezoekadres),
    postalAddress: toAddress(input.postadres),
    phone: input.telefoon ?? undefined,
    email: input.email ?? undefined,
    website: input.website ?? undefined,
    openingHours: toOpeningHours(input.openingstijden),
    description: input.omschrijving || undefined,
    identifiers: input.identificaties.map(({ stelsel, nummer }) => ({ scheme: stelsel, value: nummer })),
    attributes: toAttributes(input.kenmerken),
  };
}

function toAddress(input: OrganisationInput['bezoekadres']): Address | undefined {
  if (!input) return undefined;
  return {
    street: input.straatnaam,
    houseNumber: input.huisnummer ?? undefined,
    houseLetter: input.huisletter ?? undefined,
    houseNumberAddition: input.huisnummertoevoeging ?? undefined,
    postcode: input.postcode ?? undefined,
    town: input.woonplaats,
  };
}

function toOpeningHours(input: OrganisationInput['openingstijden']): OrganisationContent['openingHours'] {
  if (input.length === 0) return undefined;
  return input.map(({ dag, van, tot }) => ({ day: codeOf(termTables.weekday, dag), opens: van, closes: tot }));
}
