import { publicationActionTerms, type Duplicate, type Issue } from '@gids/contracts';
import type { Evaluation, RecordFacts } from './evaluation.js';
import { withSmallLetter } from './explanation.js';
import { blockingDuplicates } from './status.js';

const { DO_NOT_SHOW: hide, SHOW_IGNORE_DUPLICATES: ignore } = publicationActionTerms;

/** What a sentence is made of, beside what the record was evaluated on. */
export type Explicable = RecordFacts & {
  readonly issues: readonly Issue[];
  /** A product has no duplicates (R47), and is told of as such. */
  readonly type?: 'ORGANISATION' | 'PRODUCT';
};

/** Why the public does or does not see a record, in one Dutch sentence (R99). */
export function whyVisible(facts: Explicable, { visible }: Evaluation): string {
  if (!visible) return `Niet zichtbaar: ${whyHidden(facts)}.`;
  const ignored = blockingDuplicates(facts);
  if (ignored.length > 0) return `Zichtbaar: de publicatieactie is '${ignore.label}', ondanks ${named(ignored)}.`;
  if (facts.type === 'PRODUCT') return 'Zichtbaar: de import is geslaagd.';
  return 'Zichtbaar: de import is geslaagd en er is geen zichtbare G!DS-organisatie die dezelfde is.';
}

/** The first reason of table 5.2 that hides it; the strongest first. */
function whyHidden(facts: Explicable): string {
  const { suppressed, missingAtSource, makeVisible, publicationAction, linkedOrganisationId, errors, issues } = facts;
  if (suppressed) return 'de gegevens zijn op verzoek gewist';
  if (missingAtSource) return `${facts.type === 'PRODUCT' ? 'het product' : 'de organisatie'} staat niet meer in de bron`;
  if (!makeVisible) return 'de bron vraagt dit record niet zichtbaar te maken';
  if (publicationAction === 'DO_NOT_SHOW') {
    return `de publicatieactie is '${hide.label}'${linkedOrganisationId === undefined ? '' : `, gekoppeld aan G!DS ${linkedOrganisationId}`}`;
  }
  if (errors !== undefined) return `er zijn ${errors === 'CONVERSION_ERRORS' ? 'conversiefouten' : 'validatiefouten'}${firstOf(issues)}`;
  const blocking = blockingDuplicates(facts);
  return blocking.length > 0 ? `${named(blocking)} is zichtbaar en vermoedelijk dezelfde` : 'er is niets om te tonen';
}

function firstOf(issues: readonly Issue[]): string {
  const message = issues.find(({ severity }) => severity === 'error')?.message;
  return message === undefined ? '' : ` (${message.replace(/\.$/, '')})`;
}

function named([first, ...others]: readonly Duplicate[]): string {
  if (!first) return '';
  const { gidsId, name, town, reasons } = first;
  const more = others.length === 0 ? '' : ` en ${others.length} andere`;
  return `G!DS ${gidsId} ${name}${town === undefined ? '' : `, ${town}`} (${reasons.map(withSmallLetter).join('; ')})${more}`;
}
