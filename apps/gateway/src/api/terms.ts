import {
  importStatusTerms,
  organisationKindTerms,
  publicationActionTerms,
  runPhaseTerms,
  runStateTerms,
  type DeadLetterView,
  type Duplicate,
  type Issue,
  type RunView,
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
} as const satisfies Record<Duplicate['matchedOn'][number], Term>;

/** Everything that the API calls by another word than the code, in one list. */
export const termTables = {
  deadLetterReason: deadLetterReasonTerms,
  deadLetterState: deadLetterStateTerms,
  importStatus: importStatusTerms,
  match: matchTerms,
  organisationKind: organisationKindTerms,
  publicationAction: publicationActionTerms,
  runPhase: runPhaseTerms,
  runState: runStateTerms,
  severity: severityTerms,
  transport: transportTerms,
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
