import { organisationKindTerms, type OrganisationContent } from '@gids/contracts';
import type { FieldChange } from '../history/content-diff.js';
import { meansTheSame, shownFields, type ShownField } from '../history/shown-content.js';

/** Of a childminder, a private person at home, an editor learns no more than this (N34, N39). */
const impersonalFields: ReadonlySet<string> = new Set(['kind', 'attributes.capacity']);

/** @returns the fields of an imported organisation that may be shown to who has no right on the import, as people read them */
export function shareableFields(content: OrganisationContent): Map<string, ShownField> {
  const fields = [...shownFields(content)];
  return new Map(isPersonal(content.kind) ? fields.filter(([field]) => impersonalFields.has(field)) : fields);
}

/** @returns what of a difference is told: no other spelling of the same (A9), and of a childminder nothing personal */
export function shareableChanges(changes: readonly FieldChange[], ...kinds: OrganisationContent['kind'][]): FieldChange[] {
  const personal = kinds.some(isPersonal);
  return changes.filter(({ key, before, after }) => !meansTheSame(before, after) && (!personal || impersonalFields.has(key)));
}

/** @returns the name of an imported organisation; a childminder is called by the register, whatever a source calls her */
export function shareableName({ name, kind, recordId }: { name: string; kind: string | undefined; recordId: string }): string {
  return isPersonal(kind) ? `${organisationKindTerms.CHILDMINDER.label} ${recordId}` : name;
}

/** @returns a label that stands by itself */
export function standingLabel(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}

function isPersonal(kind: string | undefined): boolean {
  return kind === 'CHILDMINDER';
}
