import { shownFields, type Content } from './shown-content.js';

/** One field that differs; a value that is not there is absent. */
export interface FieldChange {
  /** Its name in the content, such as `phone`. */
  readonly key: string;
  /** Its Dutch name, as in a sentence. */
  readonly field: string;
  readonly before?: string;
  readonly after?: string;
}

/** @returns the fields in which two contents differ, by their Dutch names, in a fixed order */
export function contentDiff(before: Content, after: Content): FieldChange[] {
  const [old, current] = [shownFields(before), shownFields(after)];
  return [...new Set([...old.keys(), ...current.keys()])].sort().flatMap((key) => {
    const [was, is] = [old.get(key), current.get(key)];
    if (was?.text === is?.text) return [];
    const field = (was ?? is)?.label ?? key;
    return [{ key, field, ...(was && { before: was.text }), ...(is && { after: is.text }) }];
  });
}

/** A sentence of what changed: `Gegevens gewijzigd: telefoon 0591659840 → 0591659841.` */
export function changedSentence(changes: readonly FieldChange[]): string {
  const parts = changes.map(({ field, before = 'leeg', after = 'leeg' }) => `${field} ${before} → ${after}`);
  return `Gegevens gewijzigd: ${parts.join('; ')}.`;
}
