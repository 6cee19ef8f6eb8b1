import type { ComparedField, OrganisationContent } from '@gids/contracts';
import { meansTheSame, shownFields, type ShownField } from '../history/shown-content.js';
import type { LastChange } from './linked-change-store.js';
import { shareableFields, standingLabel } from './shareable-fields.js';

/** What a comparison is made of. */
export interface Compared {
  /** Absent where the imported organisation is gone. */
  readonly imported: OrganisationContent | undefined;
  readonly own: OrganisationContent;
  readonly lastChanges: ReadonlyMap<string, LastChange>;
}

/**
 * What an import says beside what the managed organisation says, field by field, each that one of them fills (R58). Of a
 * childminder only what is not personal (N39).
 */
export function compareFields({ imported, own, lastChanges }: Compared): ComparedField[] {
  if (!imported) return [];
  const theirs = shareableFields(imported);
  const ours = shownFields(own);
  const fields = imported.kind === 'CHILDMINDER' ? [...theirs.keys()] : [...new Set([...theirs.keys(), ...ours.keys()])];
  return fields.map((field) => comparedField(field, theirs.get(field), ours.get(field), lastChanges.get(field)));
}

function comparedField(field: string, imported: ShownField | undefined, own: ShownField | undefined, lastChange: LastChange | undefined): ComparedField {
  return {
    field,
    label: standingLabel((imported ?? own)?.label ?? field),
    differs: !meansTheSame(imported?.text, own?.text),
    ...(imported && { imported: imported.text }),
    ...(own && { own: own.text }),
    ...(lastChange && { lastChange }),
  };
}
