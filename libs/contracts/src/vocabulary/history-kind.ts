import type { Term } from './organisation-kind.js';

/** What a line of the history of a record tells of (R99). */
export const historyKindTerms = {
  CONTENT: { api: 'gegevens', label: 'Gegevens' },
  STATUS: { api: 'importstatus', label: 'Importstatus' },
  VISIBILITY: { api: 'zichtbaarheid', label: 'Zichtbaarheid' },
  ACTION: { api: 'publicatieactie', label: 'Publicatieactie' },
  LINK: { api: 'koppeling', label: 'Koppeling' },
  NOTE: { api: 'importtoelichting', label: 'Importtoelichting' },
  SOURCE: { api: 'bron', label: 'Aanwezigheid in de bron' },
  DUPLICATES: { api: 'dubbelen', label: 'Dubbelen' },
  REVIEW: { api: 'beoordeling', label: 'Beoordeling' },
  SUPPRESSION: { api: 'afscherming', label: 'Afscherming' },
} as const satisfies Record<string, Term>;

export type HistoryKind = keyof typeof historyKindTerms;
export const historyKinds = Object.keys(historyKindTerms) as [HistoryKind, ...HistoryKind[]];
