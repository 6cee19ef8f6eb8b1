import type { OrganisationContent } from '@gids/contracts';
import { fold } from '@gids/normalisation';
import { contentHash } from './content-hash.js';

/** The columns that follow from the content of an organisation. */
export const contentColumns = 'kind, name, name_folded, town, town_folded, postcode, content, content_hash';

/** The same, with their types, for `json_to_record(set)`. */
export const contentColumnTypes =
  'kind text, name text, name_folded text, town text, town_folded text, postcode text, content jsonb, content_hash text';

/** @returns the values of `contentColumns` */
export function columnsOf(content: OrganisationContent, hash = contentHash(content)) {
  const { kind, name, visitAddress } = content;
  return {
    kind,
    name,
    name_folded: fold(name),
    town: visitAddress?.town ?? null,
    town_folded: visitAddress ? fold(visitAddress.town) : null,
    postcode: visitAddress?.postcode ?? null,
    content,
    content_hash: hash,
  };
}
