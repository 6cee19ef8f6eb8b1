import { RequestRefused, type Issue, type Management, type Problem } from '@gids/contracts';

/** One thing that is wrong with what was entered (N5). */
export type FieldError = NonNullable<Problem['errors']>[number];

/** Who a refusal is about. */
export interface Subject {
  readonly gidsId: number;
  readonly name: string;
  readonly management: Management;
}

/** @returns what makes a content unfit for the public; warnings do not (R26) */
export function errorsOf(findings: readonly Issue[]): FieldError[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ field, code, message }) => ({ field, code, message }));
}

/** @throws RequestRefused with all errors together, where there are any (N5) */
export function refuseInvalid(errors: readonly FieldError[]): void {
  if (errors.length === 0) return;
  const message = `De gegevens kunnen zo niet worden opgeslagen. ${errors.map((error) => error.message).join(' ')}`;
  throw new RequestRefused({ kind: 'invalid', code: 'validationErrors', message, errors: [...errors] });
}

/** Nobody has this G!DS-ID, or a product has it (404). */
export function unknownOrganisation(gidsId: number): RequestRefused {
  return new RequestRefused({ kind: 'notFound', code: 'unknownOrganisation', message: `Er is geen organisatie met G!DS-ID ${gidsId}.` });
}

/** Somebody else was first (412). @param what the thing in the words of the sentence, such as "Organisatie 102938" */
export function staleVersion(what: string, stored: number, given: number): RequestRefused {
  const message = `${what} is intussen gewijzigd: versie ${stored}, de opdracht ging uit van versie ${given}. Haal de nieuwste gegevens op en voer de wijziging daarop uit.`;
  return new RequestRefused({ kind: 'stale', code: 'staleVersion', message });
}

/** People write nothing of what an import holds (R10, R12). */
export function notManaged({ gidsId, name, management }: Subject): RequestRefused {
  const message =
    management === 'IMPORTED'
      ? `Organisatie ${gidsId} "${name}" is geïmporteerd: alleen de import wijzigt haar, en zij blijft onder haar importorganisatie. Kopieer haar om haar zelf te beheren.`
      : `Organisatie ${gidsId} "${name}" is een importorganisatie: die wordt niet met de hand gewijzigd.`;
  return new RequestRefused({ kind: 'conflict', code: 'organisationNotManaged', message });
}
