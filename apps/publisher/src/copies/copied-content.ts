import type { OrganisationContent } from '@gids/contracts';

/** Numbers that stand for one organisation of a register only: of which record a copy is one, it says itself (R63, DEDUPE 5.1). */
const uniqueSchemes: ReadonlySet<string> = new Set(['BRIN', 'VESTIGING', 'LRK']);

/** @returns what of a content a copy has: all of it but the numbers that stay unique (R63) */
export function copiedContent(content: OrganisationContent): OrganisationContent {
  return { ...content, identifiers: content.identifiers.filter(({ scheme }) => !uniqueSchemes.has(scheme)) };
}
