import type { StagedRow } from '../gateway/run.js';
import type { Column } from '../terminal/table.js';

/** What a run would do with a record: its code in the HTTP API and its label. */
export const stagedOutcomeTerms = {
  added: { api: 'toegevoegd', label: 'Toegevoegd' },
  changed: { api: 'gewijzigd', label: 'Gewijzigd' },
  vanished: { api: 'verdwenen', label: 'Verdwenen' },
  renumbered: { api: 'hernummerd', label: 'Hernummerd' },
  rejected: { api: 'afgekeurd', label: 'Afgekeurd' },
} as const;

const labels = new Map<string, string>(Object.values(stagedOutcomeTerms).map(({ api, label }) => [api, label]));

/** The list of what a held run would touch (R8). */
export const stagedRowColumns: readonly Column<StagedRow>[] = [
  { title: 'Uitkomst', text: ({ uitkomst }) => labels.get(uitkomst) ?? uitkomst, code: ({ uitkomst }) => uitkomst },
  { title: 'BronID', text: ({ bronId }) => bronId ?? '' },
  { title: 'Wordt', text: ({ hernummerdNaar }) => hernummerdNaar ?? '' },
  { title: 'Naam', text: ({ naam }) => naam ?? '', elastic: true },
  { title: 'Regel', text: ({ regel }) => (regel ? String(regel) : ''), alignRight: true },
  { title: 'Verborgen', text: ({ wordtVerborgen }) => (wordtVerborgen ? 'ja' : 'nee') },
  { title: 'Melding', text: ({ melding }) => melding ?? '', elastic: true },
];
