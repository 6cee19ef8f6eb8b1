import type { Issue } from '@gids/contracts';

const longestValue = 200;

/** A mandatory field that holds nothing. @param label name of the field as people see it */
export function emptyField(label: string): Issue {
  return { severity: 'error', code: 'mandatoryFieldEmpty', field: label, value: '', message: `${label}: verplicht veld is leeg.` };
}

/** A field that holds what it may not hold. @param reason the rest of the sentence that starts with the label, in Dutch */
export function incorrectValue(label: string, value: string, reason: string): Issue {
  return { severity: 'error', code: 'incorrectValue', field: label, value: value.slice(0, longestValue), message: `${label}: ${reason}` };
}
