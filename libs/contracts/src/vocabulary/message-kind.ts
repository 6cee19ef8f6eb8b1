import type { Term } from './organisation-kind.js';

/** What a message to a person is about (REQUIREMENTS §6, SCREENS §6). */
export const messageKindTerms = {
  RUN_COMPLETED: { api: 'importVoltooid', label: 'Verslag van een import' },
  RUN_HELD: { api: 'importWacht', label: 'Import wacht op akkoord' },
  RUN_FAILED: { api: 'importMislukt', label: 'Import mislukt of geweigerd' },
  RUN_OVERDUE: { api: 'importTeLaat', label: 'Import is te laat' },
  DAILY_DIGEST: { api: 'dagoverzicht', label: 'Dagoverzicht van een import' },
  LINKED_CHANGES: { api: 'gekoppeldeWijzigingen', label: 'Wijzigingen bij gekoppelde organisaties' },
  WEEKLY_REMINDER: { api: 'wekelijkseHerinnering', label: 'Wekelijkse herinnering' },
  IMPORT_RIGHT: { api: 'importrecht', label: 'Importrecht gekregen of ingetrokken' },
  ORGANISATION_COPIED: { api: 'organisatieGekopieerd', label: 'Organisatie gekopieerd' },
  DUPLICATE_REPORTED: { api: 'probleemGemeld', label: 'Probleem gemeld' },
  DELETION_REQUESTED: { api: 'verwijderverzoek', label: 'Verzoek om te verwijderen' },
  MAIL_HELD: { api: 'postTegengehouden', label: 'Post tegengehouden' },
} as const satisfies Record<string, Term>;

export type MessageKind = keyof typeof messageKindTerms;
export const messageKinds = Object.keys(messageKindTerms) as [MessageKind, ...MessageKind[]];
