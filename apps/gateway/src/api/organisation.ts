import { identifierSchemes, type Address, type OrganisationContent, type OrganisationView } from '@gids/contracts';
import { z } from 'zod';
import { toCharacteristics } from './characteristics.js';
import { linkSchema, type ApiLinks } from './links.js';
import { productFactsSchema, toProductFacts } from './product.js';
import { named } from './schema-registry.js';
import { apiValueOf, termSchema, termTables } from './terms.js';
import { moment, timeOfDay } from './values.js';

export const organisationKindSchema = named('Organisatiesoort', termSchema(termTables.organisationKind, 'Soort organisatie.'));

export const weekdaySchema = named('Weekdag', termSchema(termTables.weekday, 'Dag van de week.'));

/** Split as the BAG splits it (N27). */
const addressSchema = named(
  'Adres',
  z.object({
    straatnaam: z.string().meta({ description: 'Straatnaam, of `Postbus`.', examples: ['Oosterstraat'] }),
    huisnummer: z.int().positive().nullable().meta({ description: 'Huisnummer, of nummer van de postbus.', examples: [58] }),
    huisletter: z.string().nullable().meta({ examples: [null, 'A'] }),
    huisnummertoevoeging: z.string().nullable().meta({ examples: [null, 'bis'] }),
    postcode: z.string().nullable().meta({ description: 'Postcode zonder spatie.', examples: ['7822HG'] }),
    woonplaats: z.string().meta({ examples: ['Emmen'] }),
  }),
);

const contentShape = {
  naam: z.string().meta({ description: 'Naam van de organisatie.', examples: ["Openbare Basisschool 't Eenspan"] }),
  soort: organisationKindSchema,
  bezoekadres: addressSchema.nullable().describe('Adres om te bezoeken.'),
  postadres: addressSchema.nullable().describe('Adres voor post.'),
  telefoon: z.string().nullable().meta({ description: 'Tien cijfers.', examples: ['0591659840'] }),
  email: z.string().nullable().meta({ examples: ['info@obs-eenspan.example'] }),
  website: z.string().nullable().meta({ examples: ['https://www.obs-eenspan.example'] }),
  openingstijden: z
    .array(z.object({ dag: weekdaySchema, van: timeOfDay('Openingstijd.'), tot: timeOfDay('Sluitingstijd.') }))
    .describe('Plaatselijke tijd.'),
  omschrijving: z.string().nullable(),
  identificaties: z
    .array(z.object({ stelsel: z.enum(identifierSchemes), nummer: z.string().meta({ examples: ['16AH'] }) }))
    .describe('Nummers in andere registers.'),
  kenmerken: z
    .record(z.string(), z.string())
    .meta({ description: 'Gegevens die alleen bij de soort horen.', examples: [{ denominatie: 'Openbaar' }] }),
};

export const organisationContentSchema = named('Organisatiegegevens', z.object(contentShape));
export type OrganisationFacts = z.infer<typeof organisationContentSchema>;

/** With what is published goes where it comes from (N43). */
const originSchema = named(
  'Herkomst',
  z.object({ bron: z.string(), titel: z.string(), bronvermelding: z.string(), datum: z.iso.date().describe('Datum van de gegevens: vermeld haar bij de bron.'), licentie: z.string() }),
);

export const organisationSchema = named(
  'Organisatie',
  z
    .object({
      gidsId: z.int().positive().describe('G!DS-ID.'),
      ...contentShape,
      herkomst: originSchema.nullable().describe('Bron en licentie; `null` bij een organisatie die in de gids wordt beheerd.'),
      producten: z.array(productFactsSchema).optional().describe('Haar zichtbare producten, ook wat zij overnam; alleen waar één organisatie wordt getoond.'),
      gewijzigdOp: moment('Laatste wijziging.'),
      _links: z.object({ self: linkSchema }),
    })
    .describe('Een zichtbare organisatie.'),
);
export type Organisation = z.infer<typeof organisationSchema>;

/** What a source says of itself. */
export interface SourceCredit {
  readonly title: string;
  readonly attribution: string;
  readonly licence: string;
}

/** @returns a visible organisation as the public reads it */
export function toOrganisation(view: OrganisationView, credit: SourceCredit | undefined, links: ApiLinks): Organisation {
  return {
    gidsId: view.gidsId,
    ...toOrganisationFacts(view.organisation),
    herkomst:
      view.sourceId && credit
        ? { bron: view.sourceId, titel: credit.title, bronvermelding: credit.attribution, datum: view.changedAt.slice(0, 10), licentie: credit.licence }
        : null,
    ...(view.products && { producten: view.products.map(({ product }) => toProductFacts(product)) }),
    gewijzigdOp: view.changedAt,
    _links: { self: links.organisation(view.gidsId) },
  };
}

/** @returns the content of an organisation in the API's words */
export function toOrganisationFacts(content: OrganisationContent): OrganisationFacts {
  return {
    naam: content.name,
    soort: apiValueOf(termTables.organisationKind, content.kind),
    bezoekadres: toAddress(content.visitAddress),
    postadres: toAddress(content.postalAddress),
    telefoon: content.phone ?? null,
    email: content.email ?? null,
    website: content.website ?? null,
    openingstijden: (content.openingHours ?? []).map(({ day, opens, closes }) => ({ dag: apiValueOf(termTables.weekday, day), van: opens, tot: closes })),
    omschrijving: content.description ?? null,
    identificaties: content.identifiers.map(({ scheme, value }) => ({ stelsel: scheme, nummer: value })),
    kenmerken: toCharacteristics(content.attributes),
  };
}

function toAddress(address: Address | undefined): OrganisationFacts['bezoekadres'] {
  if (!address) return null;
  return {
    straatnaam: address.street,
    huisnummer: address.houseNumber ?? null,
    huisletter: address.houseLetter ?? null,
    huisnummertoevoeging: address.houseNumberAddition ?? null,
    postcode: address.postcode ?? null,
    woonplaats: address.town,
  };
}
