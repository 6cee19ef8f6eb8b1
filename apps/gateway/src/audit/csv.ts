import type { ApiAuditEntry } from '../api/audit-entry.js';
import { safeText } from '../exports/safe-text.js';

const columns = ['id', 'tijdstip', 'wie', 'soort', 'aangemeldAls', 'ip', 'correlatieId', 'handeling', 'object', 'gevraagd', 'status', 'uitkomst', 'voor', 'na'] as const;

export const csvHeader = `${columns.join(';')}\r\n`;

/** @returns an entry as one line of CSV, for spreadsheets of the Netherlands: with semicolons */
export function csvLine(entry: ApiAuditEntry): string {
  return `${columns.map((name) => field(entry[name])).join(';')}\r\n`;
}

function field(value: unknown): string {
  if (value === null) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `"${safeText(text).replaceAll('"', '""')}"`;
}
