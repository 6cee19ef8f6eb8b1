import type { z } from 'zod';
import type { InputError } from '../api/problem.js';

type Issue = z.core.$ZodIssue;

/** @returns every issue as a Dutch sentence that says what to do (N5) */
export function inputErrorsOf(issues: readonly Issue[], given: unknown): InputError[] {
  return issues.flatMap((issue) => errorsOf(issue, given));
}

function errorsOf(issue: Issue, given: unknown): InputError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      veld: pointer([...issue.path, key]),
      code: 'onbekendVeld',
      melding: `${key} is hier niet bekend. Laat het weg of controleer de spelling.`,
    }));
  }
  const [code, melding] = sentenceFor(issue, valueAt(given, issue.path));
  return [{ veld: pointer(issue.path), code, melding }];
}

function sentenceFor(issue: Issue, value: unknown): [code: string, melding: string] {
  if (value === undefined && issue.code !== 'custom') return ['verplicht', 'Dit veld is verplicht.'];
  switch (issue.code) {
    case 'invalid_value':
      return ['onbekendeWaarde', `Kies een van: ${issue.values.join(', ')}.`];
    case 'invalid_type':
      return ['verkeerdType', `Dit moet ${typeNames[issue.expected] ?? 'een andere soort waarde'} zijn.`];
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_format':
      return ['verkeerdeVorm', ownMessage(issue) ?? formatMessage(issue.format)];
    default:
      return ['ongeldigeWaarde', ownMessage(issue) ?? 'Deze waarde kan hier niet.'];
  }
}

const typeNames: Readonly<Record<string, string>> = {
  array: 'een lijst',
  boolean: 'true of false',
  int: 'een geheel getal',
  number: 'een getal',
  object: 'een object',
  string: 'tekst',
};

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): [string, string] {
  if (origin === 'string') return ['teLang', `Gebruik ten hoogste ${maximum} tekens.`];
  if (origin === 'array') return ['teVeel', `Geef er ten hoogste ${maximum}.`];
  return ['teGroot', `Geef een getal van ten hoogste ${maximum}.`];
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): [string, string] {
  if (origin === 'string') return ['leeg', 'Dit veld mag niet leeg zijn.'];
  if (origin === 'array') return ['teWeinig', `Geef er ten minste ${minimum}.`];
  return ['teKlein', `Geef een getal van ten minste ${minimum}.`];
}

function formatMessage(format: string): string {
  return format === 'uuid' ? 'Geef een UUID, zoals 019a9f3e-7a10-7cc3-98c4-dc0c0c07398f.' : 'De waarde heeft niet de juiste vorm.';
}

/** Our schemas bring Dutch sentences where they know more; the library's own are English. */
function ownMessage({ message }: Issue): string | undefined {
  return message.startsWith('Invalid') ? undefined : message;
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value === 'object' && value !== null) return (value as Record<PropertyKey, unknown>)[key];
    // Inside one value, such as a list with commas: the part is there, or it could not be judged.
    return value;
  }, given);
}
