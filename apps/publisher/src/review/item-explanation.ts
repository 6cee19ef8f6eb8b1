import { publicationActionTerms, type Duplicate, type ReviewReason } from '@gids/contracts';
import type { RecordState } from '../records/record-state.js';
import { blockingDuplicates } from '../rules/status.js';

/** What somebody reported (R77). */
export interface Reported {
  readonly by: string;
  readonly remark: string;
}

/** What an item is explained with. */
export interface Explained {
  readonly reason: ReviewReason;
  readonly record: Pick<RecordState, 'recordId' | 'issues' | 'duplicates' | 'linkedOrganisationId'>;
  /** Number of the first run that missed it. */
  readonly missingSince: number | undefined;
  /** Whether the organisation that it is linked to still exists. */
  readonly linkTargetExists: boolean;
  /** The managed organisations that signals are about. */
  readonly signalled: readonly number[];
  /** The bronID under which it seems to go on. */
  readonly successor: string | undefined;
  /** What people reported, the newest first. */
  readonly reports: readonly Reported[];
}

/** What is to be judged, in one Dutch sentence (R81). */
export function explainItem(explained: Explained): string {
  return explanations[explained.reason](explained);
}

const explanations: Readonly<Record<ReviewReason, (explained: Explained) => string>> = {
  POSSIBLE_DUPLICATE: ({ record }) => `Vermoedelijk dezelfde als ${listed(blockingDuplicates(record).map(described))}; niet zichtbaar tot u beslist.`,
  CONVERSION_ERRORS: erroneous,
  VALIDATION_ERRORS: erroneous,
  VANISHED: ({ missingSince }) =>
    `Sinds run ${missingSince} niet meer in de bron en niet zichtbaar; staat het er bij de volgende volledige run weer niet in, dan wordt de organisatie verwijderd.`,
  NOWHERE_VISIBLE: nowhere,
  MATCH_LOST: ({ signalled }) =>
    `${listed(signalled.map(named))} was dezelfde en is dat volgens de gegevens niet meer, zodat beide zichtbaar zijn; is het toch dezelfde, kies dan '${hide}' en koppel.`,
  REPORTED: ({ reports }) => `Gemeld door ${listed(reports.map(said))}.`,
  RENUMBERED: ({ record, successor = '' }) =>
    `${record.recordId} verdween in dezelfde run waarin ${successor} verscheen met dezelfde naam en hetzelfde adres: vermoedelijk hernummerd.`,
};

const { label: hide } = publicationActionTerms.DO_NOT_SHOW;

function erroneous({ record }: Explained): string {
  const messages = record.issues.filter(({ severity }) => severity === 'error').map(({ message }) => message.replace(/\.$/, ''));
  return `${messages.join('; ')}.`;
}

function nowhere({ record, linkTargetExists, signalled }: Explained): string {
  const { linkedOrganisationId: linked, duplicates } = record;
  return `Nergens zichtbaar: de publicatieactie is '${hide}' en ${goneTwin()}.`;

  function goneTwin(): string {
    if (linked !== undefined) return `de gekoppelde ${named(linked)} is ${linkTargetExists ? 'niet zichtbaar' : 'verwijderd'}`;
    if (signalled.length > 0) return `de gekoppelde ${listed(signalled.map(named))} is verwijderd`;
    return `${listed(duplicates.filter(({ counts }) => counts).map(described))} is niet zichtbaar`;
  }
}

/** In one line, whatever lines it was written in. */
function said({ by, remark }: Reported): string {
  return `${by}: "${remark.replace(/\s+/g, ' ').trim()}"`;
}

function named(gidsId: number): string {
  return `G!DS ${gidsId}`;
}

function described({ gidsId, name, town, reasons }: Duplicate): string {
  const place = town === undefined ? '' : `, ${town}`;
  const [first = '', ...others] = reasons;
  const why = [`${first.charAt(0).toLowerCase()}${first.slice(1)}`, ...others].join('; ');
  return `${named(gidsId)} ${name}${place} (${why})`;
}

/** The first, and how many more. */
function listed([first = '', ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} en ${others.length} andere`;
}
