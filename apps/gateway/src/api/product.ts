import type { PayloadOf, ChangeProduct, ProductContent, ProductView, ListProducts, ReplyOf } from '@gids/contracts';
import { z } from 'zod';
import { toAttributes, toCharacteristics } from './characteristics.js';
import { linkSchema, type ApiLinks, type Link } from './links.js';
import { named } from './schema-registry.js';
import { apiValueOf, codeOf, termSchema, termTables } from './terms.js';
import { lines, moment, text } from './values.js';

const productKindSchema = named('Productsoort', termSchema(termTables.productKind, 'Soort product (aanbod).'));
const price = (schema: z.ZodType<number>) => schema.meta({ description: 'Prijs in eurocenten.', examples: [1_250] });

export const productFactsSchema = named(
  'Productgegevens',
  z.object({
    naam: z.string(),
    soort: productKindSchema,
    omschrijving: z.string().nullable(),
    capaciteit: z.int().nonnegative().nullable().describe('Aantal plaatsen.'),
    prijsInCenten: price(z.int().nonnegative()).nullable(),
    kenmerken: z.record(z.string(), z.string()).describe('Gegevens die alleen bij de soort horen.'),
  }),
);
export type ProductFacts = z.infer<typeof productFactsSchema>;

/** What a person enters; what is left out or `null` has no value. */
const productInputSchema = named(
  'ProductgegevensInvoer',
  z.strictObject({
    naam: text(500),
    soort: productKindSchema,
    omschrijving: lines(10_000).nullish(),
    capaciteit: z.int().min(0).max(1_000_000).nullish().describe('Aantal plaatsen.'),
    prijsInCenten: price(z.int().min(0).max(100_000_000)).nullish(),
    kenmerken: z.record(text(60), text(500)).default({}).describe('Gegevens die alleen bij de soort horen.'),
  }),
);

export const productSaveSchema = named(
  'ProductOpslaan',
  z.strictObject({ product: productInputSchema, zichtbaar: z.boolean().describe('Of het product getoond mag worden waar de aanbieder zichtbaar is.') }),
);

export const productSchema = named(
  'Product',
  z
    .object({
      gidsId: z.int().positive().describe('G!DS-ID van het product.'),
      eigenaarGidsId: z.int().positive().describe('G!DS-ID van de aanbieder.'),
      product: productFactsSchema,
      zichtbaar: z.boolean().describe('De eigen vlag: het publiek ziet het product alleen waar de aanbieder ook zichtbaar is.'),
      bron: z.string().nullable().describe('Importbron; `null` bij een product dat in de gids wordt beheerd.'),
      versie: z.int().positive().describe('Telt op bij elke wijziging.'),
      gewijzigdOp: moment('Laatste wijziging.'),
      _links: z.object({ eigenaar: linkSchema }),
    })
    .describe('Een product zoals de backoffice het ziet.'),
);
export type Product = z.infer<typeof productSchema>;

export const productsSchema = named(
  'Producten',
  z
    .object({
      _embedded: z.object({
        eigen: z.array(productSchema).describe('Wat de organisatie zelf aanbiedt.'),
        aangeboden: z.array(productSchema).describe('Wat zij via een koppeling kan overnemen.'),
        overgenomen: z.array(productSchema).describe('Wat zij via een koppeling overnam.'),
      }),
      _links: z.object({ self: linkSchema }),
    })
    .describe('De producten van een organisatie.'),
);
export type Products = z.infer<typeof productsSchema>;

/** @returns a product as the API tells it */
export function toProduct(view: ProductView, links: ApiLinks): Product {
  return {
    gidsId: view.gidsId,
    eigenaarGidsId: view.ownerGidsId,
    product: toProductFacts(view.product),
    zichtbaar: view.visible,
    bron: view.sourceId ?? null,
    versie: view.version,
    gewijzigdOp: view.changedAt,
    _links: { eigenaar: links.directoryOrganisation(view.ownerGidsId) },
  };
}

/** @returns all products of an organisation, by how it came to them (R59) */
export function toProducts({ own, offered, takenOver }: ReplyOf<typeof ListProducts>, self: Link, links: ApiLinks): Products {
  const all = (views: readonly ProductView[]) => views.map((view) => toProduct(view, links));
  return { _embedded: { eigen: all(own), aangeboden: all(offered), overgenomen: all(takenOver) }, _links: { self } };
}

/** @returns the content of a product in the API's words */
export function toProductFacts(content: ProductContent): ProductFacts {
  return {
    naam: content.name,
    soort: apiValueOf(termTables.productKind, content.kind),
    omschrijving: content.description ?? null,
    capaciteit: content.capacity ?? null,
    prijsInCenten: content.price ?? null,
    kenmerken: toCharacteristics(content.attributes),
  };
}

/** @returns what a person entered, as the publisher takes it */
export function toProductCommand({ product, zichtbaar }: z.infer<typeof productSaveSchema>): Pick<PayloadOf<typeof ChangeProduct>, 'product' | 'visible'> {
  return {
    product: {
      kind: codeOf(termTables.productKind, product.soort),
      name: product.naam,
      description: product.omschrijving || undefined,
      capacity: product.capaciteit ?? undefined,
      price: product.prijsInCenten ?? undefined,
      attributes: toAttributes(product.kenmerken),
    },
    visible: zichtbaar,
  };
}
