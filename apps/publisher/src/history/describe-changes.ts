import { importStatusTerms, type ImportStatus } from '@gids/contracts';
import { changedSentence, type FieldChange } from './content-diff.js';
import type { HistoryLine } from './record-history.js';

/** A record as its history looks at it. */
export interface RecordSnapshot {
  readonly status: ImportStatus;
  readonly visible: boolean;
  readonly missingAtSource: boolean;
  /** The one sentence of `whyVisible`. */
  readonly why: string;
}

/** @returns what is told of a record that changed; nothing where nothing did */
export function describeChanges(before: RecordSnapshot | undefined, after: RecordSnapshot, contentChanges: readonly FieldChange[] = []): HistoryLine[] {
  if (!before) return [{ kind: 'SOURCE', sentence: `Voor het eerst geïmporteerd. ${after.why}` }];
  return [
    ...(before.missingAtSource === after.missingAtSource ? [] : [sourceLine(after)]),
    ...(contentChanges.length === 0 ? [] : [{ kind: 'CONTENT', sentence: changedSentence(contentChanges) } as const]),
    ...(before.status === after.status ? [] : [statusLine(before, after)]),
    ...(before.visible === after.visible ? [] : [{ kind: 'VISIBILITY', sentence: after.why } as const]),
  ];
}

function sourceLine({ missingAtSource }: RecordSnapshot): HistoryLine {
  return { kind: 'SOURCE', sentence: missingAtSource ? 'Niet meer in de bron.' : 'Terug in de bron.' };
}

function statusLine(before: RecordSnapshot, after: RecordSnapshot): HistoryLine {
  const [was, is] = [importStatusTerms[before.status].label, importStatusTerms[after.status].label];
  return { kind: 'STATUS', sentence: `Importstatus van '${was}' naar '${is}'.` };
}
