import type { ConversionFailed, DataOf, Issue, MappedOrganisation, RowParsed } from '@gids/contracts';
import { sourceById } from '@gids/sources';

/** What a row became. */
export type MappingOutcome =
  | { readonly kind: 'organisation'; readonly data: MappedOrganisation }
  | { readonly kind: 'nothing'; readonly data: DataOf<typeof ConversionFailed> };

/** Said where a mapping gives neither an organisation nor the error that prevented it. */
const nothingMade: Issue = {
  severity: 'error',
  code: 'nothingMade',
  field: '',
  value: '',
  message: 'Van deze regel kon geen organisatie worden gemaakt; meld dit aan de beheerder van de import.',
};

/** Interprets a row by the rules of its source. @throws where the source is not in the registry */
export function mapRow({ importId, sourceId, recordId, fields }: DataOf<typeof RowParsed>): MappingOutcome {
  const source = sourceById(sourceId);
  if (!source) throw new Error(`Source ${sourceId} is not in the registry of @gids/sources`);
  const { organisation, makeVisible, issues } = source.map(fields);
  const reference = { importId, sourceId, recordId };
  if (organisation) return { kind: 'organisation', data: { ...reference, organisation, makeVisible, issues: [...issues] } };
  const explained = issues.some(({ severity }) => severity === 'error');
  return { kind: 'nothing', data: { ...reference, issues: explained ? [...issues] : [...issues, nothingMade] } };
}
