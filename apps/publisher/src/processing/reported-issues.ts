import type { Issue } from '@gids/contracts';

/** What a script says of how it mapped a record. */
export interface ScriptReport {
  readonly conversionError: boolean;
  /** Free text, over as many lines as wanted; empty where there is nothing to say. */
  readonly explanation: string;
}

const code = 'reportedByScript';
/** Findings that are made anew each time, from what is stored: they are no part of what a mapping said. */
const madeAnew = new Set([code, 'mandatoryFieldEmpty', 'incorrectValue', 'organisationUnknown']);
/** Longest message of one finding. */
const longestMessage = 500;

/**
 * What is known of a record's mapping once a script reported: its own word takes the place of its earlier one. What the
 * mapping of the file found stays until the row differs, so that no report makes public what could not be read (R25, A6).
 * @param stored all findings of the record
 */
export function withReport(stored: readonly Issue[], report: ScriptReport): Issue[] {
  return [...stored.filter((issue) => !madeAnew.has(issue.code)), ...issuesOf(report)];
}

function issuesOf({ conversionError, explanation }: ScriptReport): Issue[] {
  const severity = conversionError ? 'error' : 'warning';
  const messages = messagesIn(explanation);
  if (conversionError && messages.length === 0) messages.push('Het importscript meldt een conversiefout, zonder toelichting.');
  return messages.map((message) => ({ severity, code, field: '', value: '', message }));
}

/** Cuts a text into messages: at the ends of lines, and between words where a line is too long. */
function messagesIn(text: string): string[] {
  const parts = text.split(/\r?\n|\r/).flatMap((line) => line.match(new RegExp(`\\S.{0,${longestMessage - 1}}(?=\\s|$)|\\S{1,${longestMessage}}`, 'g')) ?? []);
  return parts.map((part) => part.trim().toWellFormed()).filter((part) => part !== '');
}
