import type { ComparedField, Comparison, ReplyOf, ShowComparison } from '@gids/contracts';
import { z } from 'zod';
import { toCharacteristics } from './characteristics.js';
import { linkSchema, type ApiLinks } from './links.js';
import { named } from './schema-registry.js';
import { moment } from './values.js';

const comparedFieldSchema = named(
  'VergelekenVeld',
  z.object({
    veld: z.string().meta({ description: 'Naam van het veld in de organisatiegegevens.', examples: ['telefoon', 'kenmerken.denominatie'] }),
    label: z.string().meta({ examples: ['Telefoon'] }),
    importwaarde: z.string().nullable().describe('Wat de import zegt.'),
    eigenWaarde: z.string().nullable().describe('Wat de organisatie zelf zegt.'),
    verschilt: z.boolean().describe('Of zij iets anders zeggen; een andere schrijfwijze telt niet.'),
    laatsteWijziging: z
      .object({ van: z.string().nullable(), naar: z.string().nullable(), op: moment('Wanneer de import het wijzigde.') })
      .nullable()
      .describe('Hoe de bron het veld het laatst wijzigde sinds het koppelen.'),
  }),
);

const comparisonSchema = named(
  'Vergelijking',
  z.object({
    import: z.string(),
    bron: z.string(),
    organisatieimportId: z.string(),
    bronId: z.string(),
    gidsId: z.int().positive().nullable().describe('G!DS-ID van de geïmporteerde organisatie.'),
    naam: z.string(),
    nietMeerInBron: z.boolean(),
    velden: z.array(comparedFieldSchema).describe('Leeg waar de geïmporteerde organisatie verwijderd is.'),
  }),
);

export const comparisonsSchema = named(
  'Vergelijkingen',
  z
    .object({
      gidsId: z.int().positive(),
      naam: z.string(),
      vergelijkingen: z.array(comparisonSchema).describe('Een per gekoppelde geïmporteerde organisatie.'),
      _links: z.object({ organisatie: linkSchema }),
    })
    .describe('Wat gekoppelde imports zeggen naast wat de organisatie zelf zegt. Er wordt niets automatisch overgenomen.'),
);
export type ApiComparisons = z.infer<typeof comparisonsSchema>;

const fieldNames: Readonly<Record<string, string>> = {
  kind: 'soort',
  name: 'naam',
  visitAddress: 'bezoekadres',
  postalAddress: 'postadres',
  phone: 'telefoon',
  email: 'email',
  website: 'website',
  openingHours: 'openingstijden',
  description: 'omschrijving',
  identifiers: 'identificaties',
};
const attributePrefix = 'attributes.';

/** @returns comparisons as the API tells them */
export function toComparisons(view: ReplyOf<typeof ShowComparison>, links: ApiLinks): ApiComparisons {
  const { gidsId, name: naam, comparisons } = view;
  return { gidsId, naam, vergelijkingen: comparisons.map(toComparison), _links: { organisatie: links.directoryOrganisation(gidsId) } };
}

function toComparison(view: Comparison): ApiComparisons['vergelijkingen'][number] {
  return {
    import: view.importId,
    bron: view.sourceId,
    organisatieimportId: String(view.importRecordId),
    bronId: view.recordId,
    gidsId: view.gidsId ?? null,
    naam: view.name,
    nietMeerInBron: view.missingAtSource,
    velden: view.fields.map(toComparedField),
  };
}

function toComparedField({ field, label, imported, own, differs, lastChange }: ComparedField): z.infer<typeof comparedFieldSchema> {
  return {
    veld: fieldNameOf(field),
    label,
    importwaarde: imported ?? null,
    eigenWaarde: own ?? null,
    verschilt: differs,
    laatsteWijziging: lastChange ? { van: lastChange.before ?? null, naar: lastChange.after ?? null, op: lastChange.at } : null,
  };
}

function fieldNameOf(field: string): string {
  if (!field.startsWith(attributePrefix)) return fieldNames[field] ?? field;
  const [name = ''] = Object.keys(toCharacteristics({ [field.slice(attributePrefix.length)]: '' }));
  return `kenmerken.${name}`;
}
