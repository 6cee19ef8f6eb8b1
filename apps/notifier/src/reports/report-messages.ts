import type { Message } from '../messages/message.js';
import { renderHtml } from '../messages/render-html.js';
import { renderText } from '../messages/render-text.js';
import { recipientsOf, type AddressBook } from '../recipients/recipients.js';
import { runReport, type RunOutcome } from './run-report.js';

/** @returns the report of a run as it goes to each of its recipients. */
export function reportMessages(outcome: RunOutcome, book: AddressBook, baseUrl: string): Message[] {
  const view = runReport(outcome, baseUrl);
  const content = { thread: outcome.data.sourceId, subject: view.subject, text: renderText(view), html: renderHtml(view) };
  const { kind, runId, data } = outcome;
  return recipientsOf(kind, data.importId, book).map((recipient) => ({ kind, runId, recipient, ...content }));
}
