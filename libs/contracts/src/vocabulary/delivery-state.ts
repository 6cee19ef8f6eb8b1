import type { Term } from './organisation-kind.js';

/**
 * Where a mail is on its way. `UNCONFIRMED`: the server may have it, its answer is not known; `HELD`: there were too many
 * at once. Neither is sent by itself: a person decides (RELIABILITY §0 fact 10, D 60).
 */
export const deliveryStateTerms = {
  PENDING: { api: 'wacht', label: 'Wacht' },
  SENDING: { api: 'bezig', label: 'Bezig' },
  SENT: { api: 'verzonden', label: 'Verzonden' },
  DEFERRED: { api: 'uitgesteld', label: 'Uitgesteld' },
  FAILED: { api: 'mislukt', label: 'Mislukt' },
  UNCONFIRMED: { api: 'onbevestigd', label: 'Onbevestigd' },
  HELD: { api: 'tegengehouden', label: 'Tegengehouden' },
} as const satisfies Record<string, Term>;

export type DeliveryStateCode = keyof typeof deliveryStateTerms;
export const deliveryStateCodes = Object.keys(deliveryStateTerms) as [DeliveryStateCode, ...DeliveryStateCode[]];

/** What a person may decide on a mail that failed or is not confirmed: it arrived, or it must be sent again. */
export const deliveryDecisionTerms = {
  SENT: { api: 'verzonden', label: 'Verzonden' },
  AGAIN: { api: 'opnieuw', label: 'Opnieuw versturen' },
} as const satisfies Record<string, Term>;

export type DeliveryDecision = keyof typeof deliveryDecisionTerms;
export const deliveryDecisions = Object.keys(deliveryDecisionTerms) as [DeliveryDecision, ...DeliveryDecision[]];
