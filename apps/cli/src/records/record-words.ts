import { duplicateVerdictTerms, importStatusTerms, matchClassTerms, publicationActionTerms } from '@gids/contracts';
import type { Address, ImportRecord } from '../gateway/import-record.js';
import type { Tone } from '../terminal/tone.js';

interface Term {
  readonly api: string;
  readonly label: string;
}

const terms = [importStatusTerms, publicationActionTerms, matchClassTerms, duplicateVerdictTerms].flatMap((table) => Object.values<Term>(table));
const labels = new Map<string, string>(terms.map(({ api, label }) => [api, label]));

/** @returns the label of a status, an action, a class of duplicates or a verdict; a code that is new here stays as it is */
export const labelOf = (code: string): string => labels.get(code) ?? code;

/** The labels of publication actions begin alike; in a narrow column only what differs can be read. */
const shortActions: Readonly<Record<string, string>> = {
  [publicationActionTerms.SHOW_ON_SUCCESS.api]: 'bij succes',
  [publicationActionTerms.SHOW_IGNORE_DUPLICATES.api]: 'negeer dubbelen',
  [publicationActionTerms.DO_NOT_SHOW.api]: 'niet zichtbaar',
};

export const shortAction = ({ publicatieactie }: ImportRecord): string => shortActions[publicatieactie] ?? publicatieactie;

const tones: Readonly<Record<string, Tone>> = { succes: 'good', dubbelenGevonden: 'attention', conversiefouten: 'bad', validatiefouten: 'bad' };

export const recordTone = ({ importstatus }: ImportRecord): Tone | undefined => tones[importstatus];

/** `Noorderstraat 12 A, 7811 AB Emmen`; parts that are not known are left out. */
export function addressText({ straatnaam, huisnummer, huisletter, huisnummertoevoeging, postcode, woonplaats }: Address): string {
  const number = [`${huisnummer ?? ''}${huisletter ?? ''}`, huisnummertoevoeging].filter(Boolean).join('-');
  const street = [straatnaam, number].filter(Boolean).join(' ');
  const town = [postcode?.replace(/^(\d{4})(\w{2})$/, '$1 $2'), woonplaats].filter(Boolean).join(' ');
  return [street, town].filter(Boolean).join(', ');
}

export const yesOrNo = (value: boolean): string => (value ? 'ja' : 'nee');
