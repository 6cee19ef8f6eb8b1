import {
  contractActionTerms,
  deliveryDecisionTerms,
  deliveryStateTerms,
  duplicatePolicyTerms,
  duplicateVerdictTerms,
  heldRunDecisionTerms,
  historyKindTerms,
  importStatusTerms,
  managementTerms,
  matchClassTerms,
  messageKindTerms,
  organisationKindTerms,
  organisationRoleTerms,
  productKindTerms,
  publicationActionTerms,
  reviewReasonTerms,
  runPhaseTerms,
  runReportTerms,
  runStateTerms,
  type BulkOutcome,
  type BulkState,
  type CleanUpImport,
  type DeadLetterView,
  type Duplicate,
  type ImportRecordView,
  type Issue,
  type judgementStates,
  type OpeningHours,
  type PayloadOf,
  type RunView,
  type StagedRowView,
  type TakeOverMode,
} from '@gids/contracts';
import type { DeadLetterReason } from '@gids/messaging';
import { z } from 'zod';

/** A code of the system with its value in the HTTP API and its label on the screen. */
interface Term {
  readonly api: string;
  readonly label: string;
}
type Terms = Readonly<Record<string, Term>>;
type ApiValue<Table extends Terms> = Table[keyof Table]['api'];

export const transportTerms = {
  PULL: { api: 'pull', label: 'Opgehaald bij de bron' },
  PUSH: { api: 'push', label: 'Aangeleverd als bestand' },
} as const satisfies Record<RunView['transport'], Term>;

export const deadLetterStateTerms = {
  OPEN: { api: 'open', label: 'Wacht op een beslissing' },
  REDRIVEN: { api: 'opnieuwVerstuurd', label: 'Opnieuw verstuurd' },
} as const satisfies Record<DeadLetterView['state'], Term>;

export const deadLetterReasonTerms = {
  malformed: { api: 'onleesbaar', label: 'Het bericht is niet te lezen' },
  unknownType: { api: 'onbekendeSoort', label: 'Geen verwerker voor deze soort' },
  invalid: { api: 'ongeldig', label: 'Het bericht voldoet niet aan zijn afspraak' },
  failed: { api: 'mislukt', label: 'De verwerking is mislukt' },
  crashed: { api: 'vastgelopen', label: 'De dienst viel telkens uit op dit bericht' },
  exhausted: { api: 'opgegeven', label: 'Na alle herhalingen niet gelukt' },
} as const satisfies Record<DeadLetterReason, Term>;

export const severityTerms = {
  error: { api: 'fout', label: 'Fout: de organisatie wordt niet getoond' },
  warning: { api: 'waarschuwing', label: 'Waarschuwing: de waarde is weggelaten' },
} as const satisfies Record<Issue['severity'], Term>;

export const matchTerms = {
  NAME: { api: 'naam', label: 'Zelfde naam' },
  ADDRESS: { api: 'adres', label: 'Zelfde adres' },
  CONTACT: { api: 'contact', label: 'Zelfde contactgegevens' },
  IDENTITY: { api: 'identiteit', label: 'Aantoonbaar dezelfde organisatie' },
} as const satisfies Record<Duplicate['matchedOn'][number], Term>;

export const recordTypeTerms = {
  ORGANISATION: { api: 'organisatie', label: 'Organisatie' },
  PRODUCT: { api: 'product', label: 'Product (aanbod)' },
} as const satisfies Record<ImportRecordView['type'], Term>;

export const takeOverTerms = {
  NONE: { api: 'geen', label: 'Geen producten overnemen' },
  ALL: { api: 'alle', label: 'Alle producten overnemen, ook wat er later bij komt' },
  SELECTION: { api: 'selectie', label: 'Een selectie van de producten overnemen' },
} as const satisfies Record<TakeOverMode, Term>;

export const cleanUpTerms = {
  HIDE: { api: 'verbergen', label: 'Alles van de import niet zichtbaar maken' },
  DELETE: { api: 'verwijderen', label: 'Alles van de import verwijderen' },
} as const satisfies Record<PayloadOf<typeof CleanUpImport>['mode'], Term>;

export const stagedOutcomeTerms = {
  added: { api: 'toegevoegd', label: 'Nieuw bij de bron' },
  changed: { api: 'gewijzigd', label: 'Gewijzigd bij de bron' },
  vanished: { api: 'verdwenen', label: 'Niet meer in de bron' },
  renumbered: { api: 'hernummerd', label: 'Vermoedelijk hernummerd' },
  rejected: { api: 'afgekeurd', label: 'Afgekeurde regel' },
} as const satisfies Record<StagedRowView['outcome'], Term>;

export const judgementStateTerms = {
  OPEN: { api: 'teBeoordelen', label: 'Te beoordelen' },
  JUDGED: { api: 'beoordeeld', label: 'Beoordeeld' },
} as const satisfies Record<(typeof judgementStates)[number], Term>;

export const bulkStateTerms = {
  WAITING: { api: 'wacht', label: 'Wacht' },
  RUNNING: { api: 'bezig', label: 'Bezig' },
  DONE: { api: 'klaar', label: 'Klaar' },
  DONE_WITH_REFUSALS: { api: 'klaarMetFouten', label: 'Klaar met fouten' },
  UNDONE: { api: 'ongedaanGemaakt', label: 'Ongedaan gemaakt' },
} as const satisfies Record<BulkState | 'UNDONE', Term>;

export const bulkOutcomeTerms = {
  CHANGED: { api: 'gewijzigd', label: 'Gewijzigd' },
  UNCHANGED: { api: 'ongewijzigd', label: 'Was al zo' },
  REFUSED: { api: 'geweigerd', label: 'Geweigerd' },
} as const satisfies Record<BulkOutcome, Term>;

export const weekdayTerms = {
  MONDAY: { api: 'maandag', label: 'Maandag' },
  TUESDAY: { api: 'dinsdag', label: 'Dinsdag' },
  WEDNESDAY: { api: 'woensdag', label: 'Woensdag' },
  THURSDAY: { api: 'donderdag', label: 'Donderdag' },
  FRIDAY: { api: 'vrijdag', label: 'Vrijdag' },
  SATURDAY: { api: 'zaterdag', label: 'Zaterdag' },
  SUNDAY: { api: 'zondag', label: 'Zondag' },
} as const satisfies Record<OpeningHours['day'], Term>;

/** Everything that the API calls by another word than the code, in one list. */
export const termTables = {
  bulkOutcome: bulkOutcomeTerms,
  bulkState: bulkStateTerms,
  cleanUpMode: cleanUpTerms,
  contractAction: contractActionTerms,
  deadLetterReason: deadLetterReasonTerms,
  deadLetterState: deadLetterStateTerms,
  deliveryDecision: deliveryDecisionTerms,
  deliveryState: deliveryStateTerms,
  duplicatePolicy: duplicatePolicyTerms,
  duplicateVerdict: duplicateVerdictTerms,
  heldRunDecision: heldRunDecisionTerms,
  historyKind: historyKindTerms,
  importStatus: importStatusTerms,
  judgementState: judgementStateTerms,
  management: managementTerms,
  match: matchTerms,
  matchClass: matchClassTerms,
  messageKind: messageKindTerms,
  organisationKind: organisationKindTerms,
  organisationRole: organisationRoleTerms,
  productKind: productKindTerms,
  publicationAction: publicationActionTerms,
  recordType: recordTypeTerms,
  reviewReason: reviewReasonTerms,
  runPhase: runPhaseTerms,
  runReport: runReportTerms,
  runState: runStateTerms,
  severity: severityTerms,
  stagedOutcome: stagedOutcomeTerms,
  takeOver: takeOverTerms,
  transport: transportTerms,
  weekday: weekdayTerms,
} as const;

/** @returns a schema of the API values of a table; OpenAPI shows their labels, so that screen, SOAP and command line share one list. */
export function termSchema<Table extends Terms>(terms: Table, description: string) {
  const rows = Object.values(terms);
  const labels = Object.fromEntries(rows.map(({ api, label }) => [api, label]));
  const lines = rows.map(({ api, label }) => `* \`${api}\`: ${label}`);
  return z
    .enum(rows.map(({ api }) => api) as [ApiValue<Table>, ...ApiValue<Table>[]])
    .meta({ description: [description, ...lines].join('\n'), 'x-labels': labels });
}

/** @returns the API value of a code */
export function apiValueOf<Table extends Terms>(terms: Table, code: keyof Table): ApiValue<Table> {
  return terms[code]?.api as ApiValue<Table>;
}

/** @returns the code of an API value that its schema let through */
export function codeOf<Table extends Terms>(terms: Table, value: ApiValue<Table>): keyof Table & string {
  return Object.keys(terms).find((code) => terms[code]?.api === value) as keyof Table & string;
}
