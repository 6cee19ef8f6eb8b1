import { ConversionFailed, OrganisationMapped, ProductMapped, type DataOf, type Issue, type RowParsed } from '@gids/contracts';
import { sourceById, type MappedRecord, type ProductRow } from '@gids/sources';

/** What a row became. */
export type MappingOutcome =
  | { readonly kind: 'organisation'; readonly data: DataOf<typeof OrganisationMapped> }
  | { readonly kind: 'product'; readonly data: DataOf<typeof ProductMapped> }
  | { readonly kind: 'nothing'; readonly data: DataOf<typeof ConversionFailed> };

/** The event that tells each outcome. */
export const toldAs = { organisation: OrganisationMapped, product: ProductMapped, nothing: ConversionFailed } as const;

type Reference = Pick<DataOf<typeof RowParsed>, 'importId' | 'sourceId' | 'recordId'>;

/** Interprets a row by the rules of its source. @throws where the source is not in the registry */
export function mapRow({ importId, sourceId, recordId, fields }: DataOf<typeof RowParsed>): MappingOutcome {
  const source = sourceById(sourceId);
  if (!source) throw new Error(`Source ${sourceId} is not in the registry of @gids/sources`);
  return outcomeOf({ importId, sourceId, recordId }, source.map(fields));
}

/** @returns what a mapping made of a row, as the next service takes it: an organisation with its offer (R68), a product (R69), or why nothing (A34) */
export function outcomeOf(reference: Reference, record: MappedRecord): MappingOutcome {
  const { organisation, makeVisible, issues, products, productRow } = record;
  if (productRow) return { kind: 'product', data: productOf(reference, record, productRow) };
  if (!organisation) return { kind: 'nothing', data: { ...reference, issues: explained(issues, 'organisatie') } };
  return { kind: 'organisation', data: { ...reference, organisation, makeVisible, issues: [...issues], ...(products && { products: [...products] }) } };
}

function productOf({ recordId, importId, sourceId }: Reference, { makeVisible, issues }: MappedRecord, { product, organisationRecordId }: ProductRow) {
  const found = product ? { product, issues: [...issues] } : { issues: explained(issues, 'product') };
  return { importId, sourceId, ...(organisationRecordId !== undefined && { organisationRecordId }), product: { recordId, makeVisible, ...found } };
}

/** A mapping that makes nothing and gives no error that prevented it is a fault of the mapping, and that is told. */
function explained(issues: readonly Issue[], what: 'organisatie' | 'product'): Issue[] {
  if (issues.some(({ severity }) => severity === 'error')) return [...issues];
  const message = `Van deze regel kon geen ${what} worden gemaakt; meld dit aan de beheerder van de import.`;
  return [...issues, { severity: 'error', code: 'nothingMade', field: '', value: '', message }];
}

/** Everything that was found wrong in a row, its products included: they come and go with it. */
export function findingsOf({ kind, data }: MappingOutcome): Issue[] {
  if (kind === 'product') return data.product.issues;
  const products = kind === 'organisation' ? (data.products ?? []) : [];
  return [...data.issues, ...products.flatMap(({ issues }) => issues)];
}
