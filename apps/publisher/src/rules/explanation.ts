import type { Duplicate, Issue } from '@gids/contracts';

/** What a status explanation is made of. */
export interface Explained {
  readonly issues: readonly Issue[];
  readonly duplicates: readonly Duplicate[];
  readonly missingAtSource: boolean;
  readonly makeVisible: boolean;
}

const duplicatesShown = 5;

/** The statustoelichting: all findings of a record as Dutch sentences (S2:50, R22). Empty where there are none. */
export function explain({ issues, duplicates, missingAtSource, makeVisible }: Explained): string {
  const shown = duplicates.slice(0, duplicatesShown).map(sentenceOf);
  const more = duplicates.length - shown.length;
  return [
    ...(missingAtSource ? ['Niet meer in de bron.'] : []),
    ...(makeVisible ? [] : ['De bron vraagt dit record niet zichtbaar te maken.']),
    ...issues.map((issue) => issue.message),
    ...shown,
    ...(more > 0 ? [`En nog ${more} ${more === 1 ? 'dubbele' : 'dubbelen'}.`] : []),
  ].join(' ');
}

function sentenceOf({ gidsId, name, town, visible, reasons }: Duplicate): string {
  const place = town ? `, ${town}` : '';
  const hidden = visible ? '' : ' (niet zichtbaar)';
  return `Dubbele: G!DS ${gidsId} ${name}${place}${hidden}: ${reasons.map(withSmallLetter).join('; ')}.`;
}

/** A reason in the middle of a sentence; what it quotes stays as it is written. */
export function withSmallLetter(reason: string): string {
  return reason.charAt(0).toLowerCase() + reason.slice(1);
}
