import { z } from 'zod';
import type { Term } from './vocabulary/organisation-kind.js';

/** When the report of a run is mailed (SCREENS §3.13). */
export const runReportTerms = {
  NEVER: { api: 'nooit', label: 'Nooit' },
  WHEN_TO_DO: { api: 'alleenAlsErIetsTeDoenIs', label: 'Alleen als er iets te doen is' },
  EVERY_RUN: { api: 'naElkeRun', label: 'Na elke run' },
} as const satisfies Record<string, Term>;

export type RunReportChoice = keyof typeof runReportTerms;

/** What a person wants to be mailed about an import (SCREENS §6); the inbox of messages holds it whatever this says. */
export const messagePreferenceSchema = z.object({
  importId: z.string(),
  runReport: z.enum(Object.keys(runReportTerms) as [RunReportChoice, ...RunReportChoice[]]),
  /** Changes at the source of linked organisations (R75). */
  linkedChanges: z.boolean(),
  /** Changes of imported products, where the contract has the tick (R95). */
  productChanges: z.boolean(),
  /** Reported problems (R77). */
  problemReports: z.boolean(),
  /** What is still to be judged, on Monday morning. */
  weeklyReminder: z.boolean(),
});
export type MessagePreference = z.infer<typeof messagePreferenceSchema>;

/** What can be switched off in one click: the names of the preferences. */
export const messageTopics = ['runReport', 'linkedChanges', 'productChanges', 'problemReports', 'weeklyReminder'] as const;
export type MessageTopic = (typeof messageTopics)[number];
