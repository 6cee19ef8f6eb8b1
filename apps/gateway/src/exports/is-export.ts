import type { IncomingHttpHeaders } from 'node:http';
import { exportFormatIn } from './export-format.js';

/** Lists that leave as a file where the caller asks for one. */
const exportable: ReadonlySet<string> = new Set(['lijstOrganisatieimporten', 'zoekOrganisatieimporten']);

/** @returns whether a request carries out a whole list; such a request is counted and kept (RELIABILITY e22, e27) */
export function isExport(operationId: string, { accept }: IncomingHttpHeaders): boolean {
  return operationId === 'exporteerAuditregels' || (exportable.has(operationId) && exportFormatIn(accept) !== undefined);
}
