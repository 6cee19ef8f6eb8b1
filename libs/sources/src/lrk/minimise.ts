import type { SourceFields } from '../source.js';
import { childcareType } from './lookups.js';

/** What may be known of a childminder: nothing that leads to the person or the home (N34, N35). */
const allowedOfPersons = new Set(['lrk_id', 'type_oko', 'status', 'aantal_kindplaatsen', 'opvanglocatie_woonplaats', 'cbs_code']);

/**
 * Drops everything that tells who a childminder is and where: name, holder, contact, street,
 * postcode, BAG and KvK numbers. A type that is not known is treated the same, to be safe.
 */
export function minimiseChildcare(fields: SourceFields): SourceFields {
  const isOrganisation = childcareType(fields['type_oko'] ?? '')?.makeVisible ?? false;
  if (isOrganisation) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([column]) => allowedOfPersons.has(column)));
}
